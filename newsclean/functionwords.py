"""Function words of sixteen languages: the small words that hold sentences together and stand in no menu; no code."""

from typing import Final

FUNCTION_WORDS: Final = frozenset(
    # en es fr de pt it ru tr id vi nl pl el sv hi ar, in the order of their frequency in news
    """the of and to in a that is was for on with as by at from it he his be has have had not are but were an this
    which who their they its been or she her will said would after about more one when there so out up than into
    de la que el en y los se del las un por con una su al lo como más pero sus le ya o este sí porque esta entre
    et les des est dans qui une pour pas sur au plus par avec son il ce elle mais sont ont cette aux du été
    der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
    os não uma para com mais dos foi ele das tem seu sua ser quando muito nos já eu também pelo pela até isso
    di che è per non gli della nel sono alla ha anche più ma dei delle dal questo come
    и в не на что с по как это но из за от его для он к все так же о у был она они бы только или
    ve bir bu için ile da çok daha olarak olan gibi en kadar sonra ise ne
    yang dan dari untuk dengan pada ini itu tidak dalam akan juga oleh mereka telah kepada karena ada
    và của là có được cho không trong một với các những người đã này khi để từ đến cũng
    het van een niet zijn voor op te dat aan hij door wordt bij ook naar om heeft
    się na z że do jest o jak przez po od za ale dla tak nie ma był
    και το να του η της με που την από για είναι τα στο οι θα των σε ότι ο τη
    och att det som på är av för inte den till har med om ett men var
    के में है की से को का और पर ने कि भी हैं एक यह लिए नहीं था इस तो
    في من على أن إلى عن التي مع هذا ما لا كان هذه الذي بعد قد كما أو بين""".split()  # noqa: SIM905 - a text of words reads better than a list
)
