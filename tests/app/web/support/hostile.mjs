// A hundred texts that somebody might type or paste.
const markup = [
  "<script>window.hurt=1</script>", "<img src=x onerror=window.hurt=1>", "<svg onload=window.hurt=1>", "\"><script>window.hurt=1</script>", "'><img src=x onerror=window.hurt=1>",
  "</textarea><script>window.hurt=1</script>", "</title><script>window.hurt=1</script>", "<iframe src=javascript:window.hurt=1>", "<a href=javascript:window.hurt=1>x</a>", "<body onload=window.hurt=1>",
  "<details open ontoggle=window.hurt=1>", "<math><mtext></form><form><mglyph><style></math><img src onerror=window.hurt=1>", "<!--<img src=x onerror=window.hurt=1>-->", "<![CDATA[<script>window.hurt=1</script>]]>", "<style>*{display:none}</style>",
  "<base href=//evil.example>", "<meta http-equiv=refresh content=0;url=//evil.example>", "<link rel=stylesheet href=//evil.example/x.css>", "<form action=//evil.example><button>x", "<template><script>window.hurt=1</script></template>",
  "{{constructor.constructor('window.hurt=1')()}}", "${window.hurt=1}", "#{window.hurt=1}", "<%= window.hurt=1 %>", "javascript:window.hurt=1", "data:text/html,<script>window.hurt=1</script>", "&lt;script&gt;", "&#60;script&#62;", "&amp;&quot;&apos;", "&nbsp;&zwnj;",
  "'; DROP TABLE patient; --", "\" OR \"\"=\"", "1; ATTACH DATABASE 'x' AS y", "\\'; --", "%00", "%27%20OR%201=1", "../../../../etc/passwd", "..\\..\\windows", "|| calc.exe", "$(touch /tmp/hurt)", "`touch /tmp/hurt`", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\\u003cscript\\u003e", "\\x3cscript\\x3e", "__proto__", "constructor", "hasOwnProperty",
];
const writing = [
  "هدى صالح", "مُحَمَّد عَبْدُ الرَّحْمٰن", "שלום עולם", "\u202eevil txt.exe", "a\u202eb\u202cc", "\u2066isolated\u2069 text", "\u200f\u200e\u200b", "zero\u200bwidth\u200djoiner", "\ufeffbom inside", "e\u0301 and é",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞", "👩‍⚕️💉🩹", "👨‍👩‍👧‍👦🏳️‍🌈🇪🇬", "𝕳𝖚𝖉𝖆 𝒮𝒶𝓁𝑒𝒽", "İstanbul ıI", "ß ẞ ſ", "中文字符測試", "ひらがなカタカナ", "한국어", "ไทยไม่มีช่องว่าง",
  "हिन्दी क्षत्रिय", "தமிழ்", "ༀམཎི", "𐎀𐎁𐎂", "ﷺ", "﷽", "① ② ③ ½ ¾", "ｆｕｌｌ ｗｉｄｔｈ", "\u00ad soft\u00adhyphen", "non\u00a0break", "\u2028line\u2029paragraph", "tab\there", "“quotes” ‘single’ «guillemets»", "–—−‐‑", "…", "°C µg m² ×", "a".repeat(10000), "ق".repeat(3000), "W".repeat(500), "word ".repeat(800).trim(),
];
const odd = ["null", "undefined", "NaN", "true", "[object Object]", "0", "1e309", "-0", "{\"a\":1}", "[]"];

export const hostile = [...markup, ...writing, ...odd];
