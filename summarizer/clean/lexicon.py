"""Words that tell running text from a page's own notices, in the languages met on news pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

COMMON = frozenset(
    (
        "the of and to in that is was for it with as his on be at by this had not are but from have they were he"
        " she has which an would who will been their its"
        " der die das und ist nicht ein eine zu den von mit sich auf dem des im für als auch es werden hat"
        " le la les est et un une que qui dans pour du au sur ne pas il elle avec ce sont par plus été"
        " el los las de en y por con se del al no su lo como más fue ha sus"
        " di che non si da i della sono nel alla gli ha anche dei"
        " het een van dat op te zijn met voor niet aan er ook door om"
        " o os e em uma para com não do dos na foi ao mais"
        " и в не на что с по как это из у за от для к о его но был а то"
        " w z na się nie jest że przez po od"
        " ve bir bu için ile olarak"
        " och att det som på är av den till var inte"
    ).split()
)
"""Function words: running text is full of them, menus and headlines are not."""

NOTICES = frozenset(
    (
        "cookie cookies privacy policy terms conditions subscribe subscription subscribers newsletter newsletters"
        " email emails inbox signup unsubscribe login register registered account password copyright rights reserved"
        " trademark trademarks license permission reproduced comment comments commenting reply replies disclaimer"
        " affiliate commission advertisement advertising sponsored browser javascript website site facebook twitter"
        " instagram youtube whatsapp pinterest linkedin share shares tweet follow followers posted click download"
        " app apps tags tagged categories category archives menu search related popular trending recommended"
        " sidebar widget captcha spam submit profile settings preferences consent gdpr"
        " comentarios comentários comentário usuários usuário publicidade assine clique compartilhar cadastre"
        " política privacidade contato publicidad suscríbete suscríbase boletín aviso condiciones compartir"
        " privacidad contacto síguenos"
        " commentaires abonnez inscrivez confidentialité partager politique mentions publicité"
        " kommentare kommentar anmelden abonnieren datenschutz impressum nutzungsbedingungen teilen anzeige"
        " подписаться подписка комментарии комментарий отзывы регистрация войти правила реклама копирование"
        " поделиться сайт"
        " iscriviti commenti condividi pubblicità accedi"
        " reacties inloggen abonneer delen kommentarer logga prenumerera dela"
    ).split()
)
"""Words by which a page speaks of itself and to its visitor."""


def notices(tokens: Sequence[str]) -> float:
    """Share of the words, given in small letters, by which a page speaks of itself."""
    return sum(map(NOTICES.__contains__, tokens)) / max(4, len(tokens))


WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A character of a script without capitals and, mostly, without blanks."""
"""A character of a script without capitals and, mostly, without blanks."""


def wide(text: str) -> bool:
    """Say whether the text is in a script without capitals and, mostly, without blanks."""
    return WIDE.search(text) is not None
