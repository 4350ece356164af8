"""Names of persons: how a list of them is set, and where a name ends that nothing parts from the post."""

import re

from intake.text import HAN, squeeze

# Surnames of the great majority of Han Chinese; only used where a text does not part name and post itself.
_SINGLE = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方"
    "白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞"
    "左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚"
    "娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南"
    "班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿"
    "薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由桓"
)
_DOUBLE = "欧阳|上官|司马|诸葛|皇甫|尉迟|东方|令狐|夏侯|司徒|慕容|公孙|宇文|长孙|淳于|端木|呼延|南宫|百里|轩辕|闻人|东郭|拓跋|完颜|钟离|澹台"
_SURNAME = re.compile(rf"(?:{_DOUBLE}|[{_SINGLE}])")
_DOT = re.compile(rf"(?<=[{HAN}])\s*[·•‧・∙⋅．.]\s*(?=[{HAN}])")
# Words that a post, a body or a sentence has, and a name has not.
_NO_NAME = re.compile(
    r"[局厅委院部办厂署]|政府|中心|公司|银行|学校|大学|同志|人员|职务|任命|任免|免去|决定|研究|试用|主任|书记|秘书|市长|州长|县长|省长|专员|"
    r"兼任|原任|所任|调研|巡视|经理|董事|副|通知|以上|上述|下列|以下|名单|如下|单位|待遇|退休|工作|正式|分别|现任|担任|其他|特此|试行"
)
# What a post begins with where no 的 or 同志 stands before it.
_ADMINISTRATION = r"(?:州|自治[区州县]|市|县|区|省|地区|行署|盟|旗|新区|开发区|高新|经开|镇|乡|街道|原|驻|本|政府|人民政府|全国|国家|中国|中共)"
_FIELDS = (
    r"(?:财政|教育|公安|民政|司法|人力|人社|人事|劳动|自然资源|国土|住房|住建|建设|规划|城[市建管乡]|交通|水[利务]|农[业牧村机]|畜牧|林[业草]|"
    r"商务|商业|文[化旅体]|旅游|卫[生健计]|审计|统计|国有|国资|工[业信商]|发展|发改|经济|经[信贸委]|科[技学]|民族|民宗|宗教|外[事办贸]|环[境保]|生态|"
    r"应急|安[全监]|市场|质[量监]|食品|药品|医疗|医保|体育|广[播电]|新闻|档案|信访|扶贫|乡村|地震|防震|气象|粮食|物价|供销|机关|政务|行政|"
    r"金融|税务|地税|监察|移民|招商|投资|口岸|园林|房产|房管|人防|残联|地方志|史志|党校|办公[厅室]|第[一二三四五六七八九十])"
)
_POST_START = re.compile(rf"(?:{_ADMINISTRATION}|{_FIELDS})")
_ADMINISTRATIVE_START = re.compile(_ADMINISTRATION)
_LONGEST_UNDOTTED, _LONGEST_DOTTED = 9, 30
_SHORTEST_POST = 4


def with_dots(text: str) -> str:
    """The dots inside names in one form: 古丽 • 艾山 → 古丽·艾山."""
    return _DOT.sub("·", text)


def begins_with_surname(text: str) -> bool:
    return bool(_SURNAME.match(text))


def begins_like_post(text: str) -> bool:
    """Whether a text begins with the administration that a post belongs to: 州审计局副局长."""
    return bool(_ADMINISTRATIVE_START.match(text))


def is_name(text: str) -> bool:
    """Whether the text can be one person's name."""
    if not re.fullmatch(rf"[{HAN}]+(?:·[{HAN}]+)*", text) or _NO_NAME.search(text):
        return False
    return 2 <= len(text) <= (_LONGEST_DOTTED if "·" in text else _LONGEST_UNDOTTED)


def split_names(text: str) -> list[str] | None:
    """The persons of a list (王强、李丽; 王 强 李 丽; 王强和李丽); None where anything in it is no name."""
    text = re.sub(r"[（(][^（）()]*[）)]", "", with_dots(text))
    text = re.sub(r"(?:等\s*[一二两三四五六七八九十\d]*名?)?同志们?|等$", "、", text)
    names: list[str] = []
    for part in re.split(r"[、，,；;]", text):
        for name in _apart(part.split()):
            names += _joined_by_and(name)
    return names if names and all(is_name(name) for name in names) else None


def _apart(pieces: list[str]) -> list[str]:
    """Names set side by side with blanks; single characters belong together: 王 强."""
    if not pieces or any(len(piece) > 1 for piece in pieces):
        return _with_stray(pieces)
    pairs = [one + other for one, other in zip(pieces[::2], pieces[1::2], strict=False)]
    if len(pieces) % 2 == 0 and all(begins_with_surname(pair) for pair in pairs):
        return pairs
    return [squeeze("".join(pieces))]


def _with_stray(pieces: list[str]) -> list[str]:
    names: list[str] = []
    for piece in pieces:
        if names and len(names[-1]) == 1:
            names[-1] += piece
        else:
            names.append(piece)
    return names


def _joined_by_and(text: str) -> list[str]:
    """王强和李丽 is two persons, 何和平 is one."""
    for match in re.finditer(r"[和与及]", text):
        one, other = text[: match.start()], text[match.end() :]
        both = begins_with_surname(one) and begins_with_surname(other)
        if both and 2 <= len(one) <= 4 and 2 <= len(other) <= 4:
            return [one, other]
        if ("·" in one or "·" in other) and is_name(one) and is_name(other):
            return [one, other]
    return [text]


def name_before_post(text: str) -> tuple[str, str] | None:
    """王明州水利局局长 as name and post; None where more than one reading is possible, or none."""
    found: list[tuple[bool, str, str]] = []
    for length in range(2, min(_LONGEST_DOTTED, len(text) - 1) + 1):
        name, post = text[:length], text[length:]
        if not is_name(name) or not _POST_START.match(post) or len(post) < _SHORTEST_POST:
            continue
        administrative = bool(_ADMINISTRATIVE_START.match(post))
        plain = begins_with_surname(name) and length <= 4
        # A name of another language: where the next word hardly ends the name of a place (风景|区).
        foreign = administrative and ("·" in name or (length >= 3 and post[0] not in "区原新本政"))
        if foreign or (plain and (administrative or length <= 3)):
            found.append((administrative, name, post))
    # 王明|市水利局, not 王明市|水利局: the administration's own word begins the post.
    best = [each for each in found if each[0]] or found
    best = [each for each in best if begins_with_surname(each[1]) and len(each[1]) <= 4] or best
    return best[0][1:] if best and (best[0][0] or len(best) == 1) else None
