package dev.drydock.web;

import dev.drydock.account.Learner;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what the layout around it shows. */
@ControllerAdvice
class LayoutAttributes {

    private static final List<Language> LANGUAGES =
            Languages.SPOKEN.stream().map(Language::of).toList();

    private final ImportMap importMap;

    LayoutAttributes(ImportMap importMap) {
        this.importMap = importMap;
    }

    @ModelAttribute
    void add(Model model, Locale locale, @AuthenticationPrincipal @Nullable Learner learner) {
        model.addAttribute("importMap", importMap.text());
        model.addAttribute("learner", learner);
        model.addAttribute("language", locale.getLanguage());
        model.addAttribute("languages", LANGUAGES);
    }

    /**
     * A language to choose.
     *
     * @param code for {@code ?lang=} and the {@code lang} attribute
     * @param name what its speakers call it
     */
    record Language(String code, String name) {

        private static Language of(Locale locale) {
            return new Language(locale.getLanguage(), locale.getDisplayLanguage(locale));
        }
    }
}
