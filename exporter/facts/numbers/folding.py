"""Put a text into one form, so that the grammar of figures need know only one."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Give a text in one form: ASCII digits and signs, simplified characters in the words of this grammar.

    The result has a character for each character of the text.
    """
    return text.translate(_FOLD)


_WIDE = {0xFF10 + i: str(i) for i in range(10)} | {
    ord("．"): ".",
    ord("％"): "%",
    ord("﹪"): "%",
    ord("："): "：",
    ord("〇"): "零",
    ord("○"): "零",
    ord("／"): "/",
    ord("＋"): "+",
    ord("－"): "-",
    ord("﹣"): "-",
    ord("−"): "-",
    ord("\u3000"): " ",
    ord("\xa0"): " ",
    ord("\t"): " ",
    ord("("): "（",
    ord(")"): "）",
    ord(";"): "；",
    ord(":"): "：",
    ord(","): "，",
    ord("!"): "！",
    ord("?"): "？",
}
_TRADITIONAL = (
    "別億萬兩點個畝頃噸戶臺輛條項張歐圓間達標長減總額預計劃約實現報較過從佔為於與並財經濟國內產資務業農員學規穩調節壓縮"
    "擴縱進漲遞幾餘將續連創獲評選動設營運輸際質種類樣應該開關這區縣鎮鄉處貫優異發頭隻隊筆場專舉義買爭們價僅會傳體偵債"
    "償兒兌養軍決況淨則勸辦勵勞華協單參雙變號啟啓塊備復獎對壽盡層屆帶幫庫彈強錄態護擔擬擁撥掛換據攝數斷無時顯晉機權來"
    "極構棟樹檢樓殘匯沒測濃潤滿療監蓋盤確積稅競築簽簡級紀純線組織終結給統繼維綜緩編繕繳網罰職聯騰脫榮藥雖補裝見讓認訓"
    "議記訪訴請讀課談謀負責賬貨貧購貼貸費賠賽贈趕躍車軌轉輪輕轄遷邁還遠鄰釋鐘鐵鋪銷鎊門閉問階陸險難靜頂順顧頒領頻顆風"
    "飽馬駐驗齡産後當勢廠虧損歸環園團醫術擾貴寬愛復隨漸"
)
_SIMPLIFIED = (
    "别亿万两点个亩顷吨户台辆条项张欧圆间达标长减总额预计划约实现报较过从占为于与并财经济国内产资务业农员学规稳调节压缩"
    "扩纵进涨递几余将续连创获评选动设营运输际质种类样应该开关这区县镇乡处贯优异发头只队笔场专举义买争们价仅会传体侦债"
    "偿儿兑养军决况净则劝办励劳华协单参双变号启启块备复奖对寿尽层届带帮库弹强录态护担拟拥拨挂换据摄数断无时显晋机权来"
    "极构栋树检楼残汇没测浓润满疗监盖盘确积税竞筑签简级纪纯线组织终结给统继维综缓编缮缴网罚职联腾脱荣药虽补装见让认训"
    "议记访诉请读课谈谋负责账货贫购贴贷费赔赛赠赶跃车轨转轮轻辖迁迈还远邻释钟铁铺销镑门闭问阶陆险难静顶顺顾颁领频颗风"
    "饱马驻验龄产后当势厂亏损归环园团医术扰贵宽爱复随渐"
)
"""The characters of words that the grammar knows, as Hong Kong prints them and in simplified form."""
_SIMPLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_FOLD = _SIMPLE | _WIDE | {0xFF21 + i: chr(65 + i) for i in range(26)} | {0xFF41 + i: chr(97 + i) for i in range(26)}
