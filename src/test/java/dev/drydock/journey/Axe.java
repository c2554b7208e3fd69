package dev.drydock.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rules of accessibility that a program can look for. */
final class Axe {

    private static final Path AXE = Path.of("static/node_modules/axe-core/axe.min.js");

    /**
     * What is wrong, where, and with which element, one line each. Axe takes what a dialog covers for what covers the dialog, and says nothing
     * about its colours then; so what nobody can reach is hidden meanwhile.
     */
    private static final String FINDINGS = """
            async () => {
              const dialog = document.querySelector("dialog:modal");
              if (dialog) {
                document.body.style.visibility = "hidden";
                dialog.style.visibility = "visible";
              }
              const { violations } = await axe.run({ resultTypes: ["violations"] });
              document.body.style.removeProperty("visibility");
              dialog?.style.removeProperty("visibility");
              return violations
                .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
            }""";

    private Axe() {}

    /** Fails where anything on the page keeps somebody out, by day or by night; says what, where and which element. */
    static void assertAccessible(Page page) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate(axe());
            assertThat((List<?>) page.evaluate(FINDINGS))
                    .as("%s, %s", page.url(), scheme)
                    .isEmpty();
        }
    }

    private static String axe() {
        try {
            // The function is there for what follows; nothing of it can be handed over.
            return "() => {" + Files.readString(AXE) + "\n}";
        } catch (IOException e) {
            throw new AssertionError("There is no " + AXE + ". Get it with: npm --prefix static ci", e);
        }
    }
}
