/// The style of every page: one text, so that the security policy can name it by its digest.
enum HTMLStyle {
  /// The SHA-256 digest of ``text`` in Base64; a test keeps the two together.
  static let digest: StaticString = "6M9OGlq/YzZ5YeLN/rbGzz6yVJMiHEPDtDbCkUf8E9Y="

  /// Colours, then words, tables and pictures, then narrow pages, then paper.
  ///
  /// Each colour of a letter or word has a contrast of at least 4.5 to what it stands on.
  static let text: StaticString = """
    :root{color-scheme:light dark;--page:#fff;--ink:#1a2026;--quiet:#545f69;--rule:#d3d9de;
    --faint:#f1f4f6;--link:#0b4f8f;--line:#33475b;
    --g:#1b6e42;--a:#8d5800;--r:#b1261d;--x:#5b6570;--on:#fff;
    --tg:#b6dfc5;--ta:#f9d48a;--tr:#f3b3ac;--tx:#eff1f3;
    --ig:#0c3f23;--ia:#4f3000;--ir:#6b0f0a;--ix:#545f69;--band:#fbe7bd}
    @media screen and (prefers-color-scheme:dark){:root{--page:#14181c;--ink:#e7eaed;
    --quiet:#a7b1ba;--rule:#39424a;--faint:#1d2328;--link:#8fbdf2;--line:#b8c5d1;
    --g:#6fcb95;--a:#efb64c;--r:#ff9186;--x:#a7b1ba;--on:#10151a;
    --tg:#17442b;--ta:#543a06;--tr:#641f1a;--tx:#22282e;
    --ig:#bdf0d0;--ia:#ffdf9f;--ir:#ffcbc5;--ix:#a7b1ba;--band:#43330f}}
    *{box-sizing:border-box;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;max-width:84rem;padding:1.25rem clamp(1rem,3vw,2.5rem) 3rem;
    background:var(--page);color:var(--ink);overflow-wrap:anywhere;
    font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",
    "Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums}
    h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2rem 0 .6rem;font-weight:650;text-wrap:balance}
    h1{font-size:1.9rem;letter-spacing:-.012em;margin-top:.5rem}
    h2{font-size:1.35rem;margin-top:2.6rem;padding-top:.7rem;border-top:2px solid var(--ink)}
    h3{font-size:1.1rem}h4,h5,h6{font-size:1rem;color:var(--quiet)}
    p,ul,dl,pre,figure{margin:.6rem 0}
    p,li,dd{max-width:72ch}
    .in{margin-left:1.25rem}
    a{color:var(--link);text-underline-offset:.15em}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
    .skip{position:absolute;left:-100rem;padding:.4rem .8rem;background:var(--page)}
    .skip:focus{left:1rem;top:.5rem;z-index:2}
    .heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
    white-space:nowrap}
    .quiet,caption,small{color:var(--quiet)}
    span.g{color:var(--g)}span.a{color:var(--a)}span.r{color:var(--r)}span.x{color:var(--x)}
    nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0 0 1rem;padding:0 0 .6rem;
    list-style:none;border-bottom:1px solid var(--rule);font-size:.92rem}
    nav a[aria-current]{color:var(--ink);font-weight:650;text-decoration:none;
    box-shadow:0 2px var(--ink)}
    .mark{font-weight:500}
    b{display:inline-block;position:relative;min-width:1.45em;padding:0 .3em;border-radius:.3em;
    font-weight:700;font-size:.86em;line-height:1.5;text-align:center;white-space:nowrap;
    color:var(--on);background:var(--x)}
    b.g{background:var(--g);border-radius:.75em}b.a{background:var(--a)}b.r{background:var(--r);
    border-radius:.1em}b.x{background:none;color:var(--quiet);box-shadow:inset 0 0 0 1px var(--x)}
    .points{padding-left:1.2rem}.points li{margin:.3rem 0}
    .points .marked{list-style:none;margin-left:-1.2rem;display:flex;gap:.55rem;
    align-items:baseline}.marked>b{flex:none}
    .tree,.tree ul{list-style:none;padding-left:0}
    .tree .tree{margin:0 0 .3rem .35rem;padding-left:1rem;border-left:1px solid var(--rule)}
    .long{columns:2 19rem;column-gap:2rem}.long>li{break-inside:avoid}
    pre{font:.88rem/1.5 ui-monospace,"Cascadia Mono",Consolas,"Liberation Mono",monospace;
    white-space:pre-wrap;background:var(--faint);padding:.6rem .8rem;border-radius:.3rem}
    code{font:.88em ui-monospace,"Cascadia Mono",Consolas,"Liberation Mono",monospace}
    mark{background:none;color:inherit;text-decoration:underline wavy var(--r)}
    .counts{list-style:none;padding:0;display:grid;gap:.7rem;max-width:60rem;
    grid-template-columns:repeat(auto-fit,minmax(min(100%,8.8rem),1fr))}
    .counts li{padding:.7rem .9rem .8rem;border-radius:.4rem}
    .counts .none{box-shadow:inset 0 0 0 1px var(--rule)}.none .mark{color:var(--quiet)}
    .none b,.tile b{background:none;box-shadow:none;color:inherit;padding:0;min-width:0;font-size:1em}
    .counts strong{display:block;font-size:2.2rem;line-height:1.1;font-weight:650}
    .counts small{display:block;color:inherit}
    .tile.g{background:var(--tg);color:var(--ig)}.tile.a{background:var(--ta);color:var(--ia)}
    .tile.r{background:var(--tr);color:var(--ir)}.tile.x{background:var(--tx);color:var(--ix)}
    table{border-collapse:collapse;margin:.8rem 0;font-size:.95rem;line-height:1.4}
    caption{text-align:left;padding:0 0 .4rem;font-size:.9rem}
    th,td{overflow-wrap:break-word;padding:.42rem .9rem .42rem 0;text-align:left;vertical-align:top;font-weight:400}
    td:last-child,th:last-child{padding-right:0}
    thead th{vertical-align:bottom;font-weight:650;font-size:.87rem;color:var(--quiet);
    border-bottom:2px solid var(--ink)}
    thead td{border-bottom:2px solid var(--ink)}
    tbody tr{border-bottom:1px solid var(--rule)}
    .rows th[scope=row]:not(.n){min-width:12rem}.rows time{white-space:nowrap}
    .rows td:not(.n){min-width:6rem}
    .n{text-align:right}.d,td .mark{white-space:nowrap}
    .n+td:not(.n),.n+th:not(.n){padding-left:.9rem}
    .group th{font-weight:700;font-size:1.1em;padding-top:1.4rem}
    .group .i1{font-weight:650;font-size:1em;padding-top:.9rem}
    .i1{padding-left:0}.i2{padding-left:0}.i3{padding-left:1.2rem}
    .group+.group th{padding-top:.3rem}
    tr.quiet th,tr.quiet td,.note td{color:var(--quiet)}
    tr:has(+.note){border-bottom:0}.note td{padding-top:0}
    .rows td:not(.n):has(>ul){min-width:13rem}
    td ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.15rem 1rem}
    .scroll{overflow-x:auto;margin:.8rem 0}.scroll table{margin:0}
    .tiles{border-collapse:separate;border-spacing:2px;margin-left:-2px}
    .tiles th,.tiles td{padding:.35rem .4rem}.tiles th:first-child{padding-left:0}
    .tiles .t{text-align:center}
    .tiles .tile{text-align:center;min-width:2.6rem;border-radius:.2rem;vertical-align:middle}
    .tiles tbody .i3{padding-left:1.2rem}.tiles .group th{padding-top:.9rem}
    .tiles .group .i1{padding-top:.4rem}.tiles tr:not(.group) th,.tiles td:empty{box-shadow:0 1px
    var(--faint)}
    .tiles thead th{border:0}.tiles thead td{border:0}
    .tiles tbody th{min-width:15rem;vertical-align:middle;position:sticky;left:0;
    overflow-wrap:anywhere;background:var(--page)}
    .stay{display:inline-block;position:sticky;left:0;max-width:min(72ch,100vw - 3rem)}
    .hint{font-size:.87rem;color:var(--quiet)}.h46,.h64,.h84{display:none}
    .tiles td{vertical-align:middle}.tiles td:not(.tile):not(:empty){min-width:6rem}
    .steep .t span{writing-mode:vertical-rl;transform:rotate(180deg);display:inline-block;
    inline-size:max-content;max-inline-size:11rem;text-align:left}
    .charts{display:grid;gap:1.4rem 2rem;
    grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}
    figure{margin:0;max-width:24rem;break-inside:avoid}
    figure.broad{grid-column:1/-1;max-width:60rem}
    figcaption{font-size:.95rem;line-height:1.35;margin-bottom:.3rem}
    svg{overflow:visible}.trend{display:block;width:100%;height:auto}
    svg text{font-size:11px;fill:var(--quiet)}
    text.mid,text.figure,text.letter,text.part{text-anchor:middle}text.end{text-anchor:end}
    text.figure{fill:var(--ink);font-weight:650;paint-order:stroke;stroke:var(--page);
    stroke-width:3px}
    text.letter{fill:var(--on);font-weight:700;font-size:9.5px}text.aim{fill:var(--ink)}
    .grid{stroke:var(--rule);stroke-width:1;fill:none}
    .line{stroke:var(--line);stroke-width:2;fill:none;stroke-linejoin:round;stroke-linecap:round}
    .target{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:5 3;fill:none}
    .band{fill:var(--band)}.dot{fill:var(--line)}
    .fg{fill:var(--g)}.fa{fill:var(--a)}.fr{fill:var(--r)}.fx{fill:var(--x)}
    .zero{stroke:var(--ink);stroke-width:1}
    .strip .fx{fill:var(--tx)}
    text.part{font-size:13px;font-weight:650;dominant-baseline:central}
    text.part{fill:var(--on)}text.x{fill:var(--ix)}
    .strip{display:block;width:100%;height:2.2rem;border-radius:.3rem;overflow:hidden}
    .strip rect{stroke:var(--page);stroke-width:2}
    .strip.small{width:8rem;height:1.2rem;display:inline-block;vertical-align:middle}
    .spark{width:6.5rem;height:1.75rem;vertical-align:middle}
    .sign{width:22px;height:10px}
    .key{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;font-size:.87rem;color:var(--quiet);
    max-width:none;margin:.35rem 0}
    .distances{width:100%}.distances th{width:34%}.distances .bar{width:36%}
    .distances svg{display:block;width:100%;height:18px}
    footer{margin-top:3rem;padding-top:.8rem;border-top:1px solid var(--rule);
    font-size:.87rem;color:var(--quiet)}
    .legend{display:flex;flex-wrap:wrap;gap:.25rem 1.6rem}.legend div{display:flex;gap:.5rem}
    .legend dd{margin:0}.legend dt{color:var(--ink);white-space:nowrap}
    @media screen and (min-width:64rem){.tiles:not(.steep) .t{min-width:5.6rem}}
    @media screen and (max-width:84rem){.h84{display:block}}
    @media screen and (max-width:64rem){.h64{display:block}}
    @media screen and (max-width:46rem){
    .h46{display:block}
    h1{font-size:1.55rem}h2{font-size:1.2rem}
    .scroll:has(.rows){overflow-x:visible}
    .rows,.rows caption,.rows tbody,.rows tr,.rows th,.rows td{display:block;padding-right:0;
    overflow-wrap:anywhere}.rows td ul{display:inline-flex}
    .rows td .mark{white-space:normal}
    .rows td:not(.n){min-width:0}
    .rows thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .rows tr{display:flex;flex-wrap:wrap;gap:.1rem 1rem;padding:.5rem 0}
    .rows th,.rows td{padding:0;text-align:left}.rows tbody th{flex:1 0 100%;order:-1;font-weight:650}
    .rows .group th{padding-top:.9rem;font-weight:700}.rows .group .i1{padding-top:.3rem}
    .rows tr:has(>th.i3){margin-left:.3rem;padding-left:.8rem;border-left:3px solid var(--rule)}
    .rows tbody th.i3{font-weight:500}
    .rows .n+td:not(.n){padding-left:0}.rows td:not(.n):has(>ul){min-width:0}
    .rows .note td,.rows .note .i3{padding:0 0 .2rem}.rows tr:has(+.note){padding-bottom:0}
    .rows td:empty{display:none}
    .rows td[data-of]::before{content:attr(data-of) ": ";color:var(--quiet);font-size:.87rem}
    .tiles tbody th{min-width:7.5rem;max-width:9rem}.tiles .group th{max-width:none}
    .tiles .tile{min-width:1.9rem}.tiles td:not(.tile):not(:empty){min-width:4rem}
    .tiles .tile,.tiles td{padding:.35rem .12rem}
    .tiles .t span{writing-mode:vertical-rl;transform:rotate(180deg);display:inline-block;
    inline-size:max-content;max-inline-size:9rem;text-align:left}
    .distances,.distances tbody{display:block}
    .distances tr{display:grid;grid-template-columns:auto 1fr;padding:.4rem 0}
    .distances th{grid-column:1/-1;width:auto;padding:0}.distances td{padding:.1rem .6rem 0 0}
    .distances .bar{width:auto}.distances .words{grid-column:2}
    }
    @page{size:A4;margin:14mm 14mm 13mm;
    @bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;
    color:#545f69}}
    @page landscape{size:A4 landscape}
    @media print{
    html{font-size:9.5pt}
    body{display:table;table-layout:fixed;width:100%;max-width:none;padding:0}
    main{display:table-row-group}.landscape{page:landscape;break-inside:auto}
    .rows{line-height:1.3}.rows th,.rows td{padding-top:.32rem;padding-bottom:.32rem}
    .tiles{font-size:8.5pt;line-height:1.25}
    .tiles th,.tiles td{padding:.15rem .3rem}.tiles .tile{min-width:0}
    .landscape .tiles{font-size:8pt}
    footer{display:table-footer-group;break-inside:avoid;font-size:7.5pt;line-height:1.35}
    footer>*{margin:0;padding-top:1.2mm}footer>:first-child{padding-top:5mm}.legend{gap:0 4mm}.legend div{gap:1mm}
    header,.skip{display:none}
    a{color:inherit;text-decoration:none}
    h1{font-size:19pt}h2{font-size:13pt;margin-top:8mm}
    h1,h2,h3,h4,h5,h6,.group{break-after:avoid;break-inside:avoid}
    h2::after,h3::after,h4::after,h5::after,h6::after{content:"";display:block;height:36mm;
    margin-bottom:-36mm}
    h2::after{height:62mm;margin-bottom:-62mm}h3::after{height:46mm;margin-bottom:-46mm}
    :is(h2,h3,h4,h5,h6):has(+.charts>figure:not(.broad))::after{height:58mm;margin-bottom:-58mm}
    h3+h4{margin-top:.5rem}h4+.charts{margin-top:0}
    :is(h2,h3,h4,h5,h6)+p{break-after:avoid}
    p,li{orphans:3;widows:3}p.hint{display:none}
    tr,li,pre,.legend div{break-inside:avoid}.note{break-before:avoid}
    thead{display:table-header-group;break-inside:avoid}
    thead,caption,tbody:first-of-type tr:first-child:not(:last-child),tr:has(>.i2):has(+tr>.i3),
    tr:nth-last-child(2){break-after:avoid}
    .scroll{overflow:visible}
    .charts:has(>.broad){break-after:avoid}
    .break{break-after:page}
    .charts{grid-template-columns:repeat(3,1fr);gap:4mm 5mm}
    figcaption,.key{font-size:8pt}
    }
    """
}
