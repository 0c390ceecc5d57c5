import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.languages.collation import collation_key, in_order

CODES = ["en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk"]
CYRILLIC = ["ru", "uk", "be", "kk", "ky", "tg"]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("uk", "Галич Гуляйполе Ґалаґани Деражня Енергодар Євпаторія Жмеринка"),
        ("uk", "Ивано Івано Їжака Йосипівка Калуш"),
        ("uk", "Арциз Боярка Щастя Юрківка Ялта"),
        ("ru", "Елец Ёлка Ель Ельня Жуков"),
        ("be", "Ізмаіл Іўе Узда Усвея Ўзда Фаніпаль"),
        ("be", "Ельск Ёлкі Жодзіна Зэльва Іўе Йошкі Капыль"),
        ("kk", "Ақсу Атырау Әлем Байқоңыр"),
        ("kk", "Гүлшат Ғалым Дала Кентау Қарағанды Лисаков Нан Ңан Орал Өскемен Павлодар"),
        ("kk", "Тараз Уш Ұзын Үш Фараб Хан Һан Цех Шу Ырғыз Іле Эмба Юг Ядро"),
        ("ky", "Нарын Ноокат Ңа Ош"),
        ("ky", "Ошмяны Өзгөн Талас Ургуч Үч Чүй"),
        ("tg", "Ғафуров Данғара Исфара Ӣд Йод Кӯлоб Қубодиён Лахш"),
        ("tg", "Турсунзода Уротеппа Ӯ Фархор Ховалинг Ҳисор Чкаловск Ҷаббор Шаҳритус"),
        ("tk", "Çärjew Daşoguz Etrek Änew Farap"),
        ("tk", "Jebel Žiwopis Kerki"),
        ("tk", "Nebitdag Ňaý Oguz Öz Sakar Şatlyk Tejen Uly Üç Wekil Yoly Ýolöten Zer"),
        ("ro", "Aba Ăla Âra Bălți Iași Îles Jora"),
        ("ro", "Soroca Suceava Șoldănești Telenești Tiraspol Țarigrad Ungheni"),
        ("az", "Cəlil Çinar Daşkəsən Elxan Əli Füzuli Gəncə Ğar Hacı Xaçmaz Irmaq İsmayıllı Jalə"),
        ("az", "Kürdəmir Qax Lənkəran Oğuz Ördək Sumqayıt Şamaxı Tərtər Ucar Ülkər Vardan"),
        ("uz", "Olot Ozod Qarshi Zomin Oʻsh Gʻijduvon Shahrisabz Chust"),
        ("ka", "ახალციხე ბათუმი გორი დედოფლისწყარო ვანი ზუგდიდი თბილისი"),
        ("ka", "ოზურგეთი ჟინვალი რუსთავი ქუთაისი ყვარელი შუახევი ჩხოროწყუ ხაშური ჯავა"),
        ("hy", "Աբովյան Գյումրի Դիլիջան Եղվարդ Երևան Թալին Իջևան Ծաղկաձոր"),
        ("hy", "Կապան Հրազդան Ձորաղբյուր Ճամբարակ Ջերմուկ Սպիտակ Վայք Տաշիր"),
        ("en", "Aksu Balti Chisinau Ganja Lviv Tbilisi Yerevan"),
    ],
)  # fmt: skip
def test_names_stand_in_the_order_of_the_alphabet(code, names):
    expected = names.split()
    assert in_order(reversed(expected), str, code) == expected


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("ru", ["Нова Каховка", "Нова Прага", "Новая Одесса", "Новый Буг"]),
        ("en", ["San Jose", "Sana", "Sand"]),
        ("uk", ["Біла", "Біла Церква", "Білагір'я", "Біле"]),
        ("en", ["Soroca", "Soroca (district)", "Sorocaua"]),
    ],
)
def test_a_space_stands_before_every_letter(code, names):
    assert in_order(reversed(names), str, code) == names


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("uk", ["Дарина", "Дар'ївка", "Дарьмиця"]),
        ("uk", ["Кам'янець", "Кам’янка", "Камʼянське"]),
        ("uz", ["Olma", "O'zbek", "O’zbekim", "Oʻzbekiston", "Gʻuzor"]),
    ],
    ids=["counts for nothing", "is written in three ways", "is part of an Uzbek letter"],
)
def test_an_apostrophe(code, names):
    assert in_order(reversed(names), str, code) == names


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("ro", "Șoldănești", "Şoldăneşti"),
        ("ro", "Țarigrad", "Ţarigrad"),
        ("az", "Irmaq", "ırmaq"),
        ("az", "İsmayıllı", "ismayıllı"),
        ("az", "İsmayıllı", "I\u0307smayıllı"),
        ("tk", "ŞATLYK", "şatlyk"),
        ("uz", "SHAHRISABZ", "Shahrisabz"),
        ("uz", "Oʻsh", "O'sh"),
        ("ru", "Ёлка", "елка"),
        ("kk", "Й", "И\u0306"),
        ("en", "Bălţi", "Balti"),
    ],
)
def test_two_spellings_stand_side_by_side(code, one, other):
    assert collation_key(one, code)[0] == collation_key(other, code)[0]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("az", ["Hacı", "Irmaq", "İrmaq", "Jalə"]),
        ("en", ["Yerevan", "Львів", "თბილისი", "Երևան"]),
        ("ru", ["Ялта", "Lviv", "თბილისი", "Երևան"]),
        ("ka", ["ჰარი", "Lviv", "Львів", "Երևան"]),
        ("hy", ["Օշական", "Lviv", "Львів", "თბილისი"]),
        ("uz", ["Chust", "Ташкент"]),
    ],
    ids=["dotless", "en", "ru", "ka", "hy", "after the digraphs"],
)
def test_the_languages_own_letters_come_first_then_the_scripts_in_a_fixed_order(code, names):
    assert in_order(reversed(names), str, code) == names


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("ru", "Евдокия Євпаторія Ельня Жуков"),
        ("ru", "Игорь Ізмаїл Измит Іршава Искра Калуш"),
        ("ru", "Канск Қапал Карск Лида"),
        ("uk", "Инта Ырғыз Ізюм Їжака"),
        ("be", "Іва Ивье Їжака Йошкі"),
        ("kk", "Гагра Ґалаґани Галич Ғалым"),
        ("ky", "Азов Әлем Алма Бишкек"),
    ],
)
def test_a_letter_of_another_alphabet_stands_with_the_nearest(code, names):
    expected = names.split()
    assert in_order(reversed(expected), str, code) == expected


@pytest.mark.parametrize("code", CYRILLIC)
@pytest.mark.parametrize("letter", "ёґєіїўәғқңөұүһӣӯҳҷйцщъыьэ")
def test_every_cyrillic_letter_stands_within_every_cyrillic_alphabet(code, letter):
    assert collation_key(letter, code)[0] <= collation_key("я", code)[0]


@given(
    names=st.lists(
        st.text() | st.text(alphabet="aäăiıIİîoʻgshcĞnŇeəкқҚёЁґіїЎыңөթեწქ '’-(1", max_size=6)
    ),
    code=st.sampled_from(CODES),
    data=st.data(),
)
def test_the_order_does_not_depend_on_that_of_the_input(names, code, data):
    shuffled = data.draw(st.permutations(names))
    assert in_order(shuffled, str, code) == in_order(names, str, code)


@given(name=st.text(min_size=1), code=st.sampled_from(CODES))
def test_a_name_stands_before_its_continuation(name, code):
    assert in_order([name + " x", name], str, code) == [name, name + " x"]
