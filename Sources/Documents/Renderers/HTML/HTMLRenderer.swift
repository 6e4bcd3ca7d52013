/// Draws a page as one self-contained HTML file.
///
/// The file asks nobody for anything: its style is inside and named in the security policy by its
/// digest, pictures are inline SVG, and there is no script. Equal pages give equal bytes.
public struct HTMLRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// Draws a page as UTF-8 bytes.
  public func render(_ page: Page) -> [UInt8] {
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    html.raw("style-src 'sha256-")
    html.raw(HTMLStyle.digest)
    // `data:` is for the empty icon below, without which a browser asks the server for one.
    html.raw("'; img-src data:; base-uri 'none'; form-action 'none'\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
    html.text(page.title)
    html.raw("</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>")
    html.raw(HTMLStyle.text)
    html.raw("</style>\n</head>\n<body>\n")
    html.raw("<a class=\"skip\" href=\"#content\">Skip to the content</a>\n")
    draw(page.navigation, in: &html)
    html.raw("<main id=\"content\">\n")
    draw(page.document, titled: page.title, in: &html)
    html.raw("</main>\n")
    drawFooter(page, in: &html)
    html.raw("</body>\n</html>\n")
    return html.bytes
  }

  private func draw(_ navigation: [PageLink], in html: inout HTMLWriter) {
    if navigation.isEmpty { return }
    html.raw("<header>\n<nav aria-label=\"Pages\">\n<ul>\n")
    for link in navigation {
      html.raw("<li>")
      if let target = htmlTarget(link.target) {
        html.raw("<a href=\"")
        html.target(target)
        html.raw(link.isCurrent ? "\" aria-current=\"page\">" : "\">")
        html.text(link.title)
        html.raw("</a>")
      } else {
        html.text(link.title)
      }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n</nav>\n</header>\n")
  }

  private func drawFooter(_ page: Page, in html: inout HTMLWriter) {
    if page.legend.isEmpty && page.foot.isEmpty { return }
    html.raw("<footer>\n")
    if !page.legend.isEmpty { draw(page.legend, in: &html) }
    if !page.foot.isEmpty {
      html.raw("<p>")
      html.text(page.foot)
      html.raw("</p>\n")
    }
    html.raw("</footer>\n")
  }
}
