import Documents
import TestSupport
import Testing

@Suite struct HTMLRendererTests {
  @Test func `every block, span, cell and picture`() {
    expectGolden(html(samplePage { $0 }), at: "Tests/DocumentsTests/Golden/page.html")
  }

  @Test func `a page of several sheets`() {
    expectGolden(html(longPage()), at: "Tests/DocumentsTests/Golden/long-page.html")
  }
}

func html(_ page: Page) -> String { String(decoding: HTMLRenderer().render(page), as: UTF8.self) }
