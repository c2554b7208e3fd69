package dev.drydock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;
import org.springframework.web.bind.annotation.SessionAttributes;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@AnalyzeClasses(packages = "dev.drydock", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule DOCKER_ONLY_IN_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.drydock.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.dockerjava..")
            .because(
                    "one package knows the engine's client and its traps; use dev.drydock.engine, or dev.drydock.machine");

    @ArchTest
    static final ArchRule MARKDOWN_ONLY_IN_LESSON = noClasses()
            .that()
            .resideOutsideOfPackage("dev.drydock.lesson..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.commonmark..")
            .because("authors' text becomes safe HTML in one place; take what dev.drydock.lesson has rendered");

    @ArchTest
    static final ArchRule STREAMS_ONLY_IN_COMMAND = noClasses()
            .that()
            .resideOutsideOfPackage("dev.drydock.command..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("only the command line talks to a console; log through org.slf4j.Logger");

    @ArchTest
    static final ArchRule NO_HTTP_SESSION = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(HttpSession.class, SessionAttributes.class, RedirectAttributes.class, FlashMap.class)
            .orShould()
            .callMethod(HttpServletRequest.class, "getSession")
            .orShould()
            .callMethod(HttpServletRequest.class, "getSession", boolean.class)
            .because("it would die with the server; keep state in the database, by the learner's id");

    @ArchTest
    static final ArchRule NO_LEGACY_TIME = noClasses()
            .that()
            // Java's certificates know their times as nothing else.
            .doNotHaveFullyQualifiedName("dev.drydock.certificate.Validity")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, Calendar.class, SimpleDateFormat.class)
            .because(
                    "they change under you and hide a time zone; use java.time, with an InstantSource that tests can set");
}
