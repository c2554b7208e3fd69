package dev.drydock.lesson;

import java.util.Locale;
import org.commonmark.node.CustomBlock;

/** A block quote that starts with {@code [!NOTE]} or one of its sisters. */
final class AlertBlock extends CustomBlock {

    /** The ones that code hosts draw. */
    enum Kind {
        NOTE("Note", "참고"),
        TIP("Tip", "팁"),
        IMPORTANT("Important", "중요"),
        WARNING("Warning", "경고"),
        CAUTION("Caution", "주의");

        private final String english;
        private final String korean;

        Kind(String english, String korean) {
            this.english = english;
            this.korean = korean;
        }

        String title(Locale language) {
            return language.getLanguage().equals("ko") ? korean : english;
        }

        String cssClass() {
            return "alert-" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;

    AlertBlock(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
