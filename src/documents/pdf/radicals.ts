// Some programs store 目 as the radical ⽬ (U+2F6C): readers search for the character people mean.

/** U+2E80–2EFF have no compatibility mapping; equivalents by Unicode's EquivalentUnifiedIdeograph. */
const SUPPLEMENT =
  '⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻' +
  '⺮竹⺯糸⺰纟⺱罒⺲罒⺳罓⺴冈⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜' +
  '⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

const equivalents = new Map<string, string>()
{
  const chars = [...SUPPLEMENT]
  for (let i = 0; i + 1 < chars.length; i += 2) equivalents.set(chars[i] ?? '', chars[i + 1] ?? '')
}
// Noto and Source Han draw both with one glyph; no text means the rare one.
equivalents.set('㬵', '胶')
// Unicode maps the radical to 戶, which no mainland text prints.
equivalents.set('⼾', '户')

const RADICAL = /[\u2e80-\u2fdf\u3b35\uf900-\ufaff]/gu

/** Radicals and compatibility ideographs as the plain characters; full-width signs stay as printed. */
export const withoutRadicals = (text: string): string =>
  text.replace(RADICAL, (char) => equivalents.get(char) ?? char.normalize('NFKC'))
