package dev.drydock.web;

import dev.drydock.account.EndedSessions;
import dev.drydock.account.Public;
import dev.drydock.instance.DatabaseTrouble;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers for whatever went wrong: a page to browsers, JSON to who asks for it, plain words to everybody else. */
@Public
@Controller
@RequestMapping("/error")
class ErrorPage implements ErrorController {

    private final MessageSource messages;
    private final EndedSessions ended;

    ErrorPage(MessageSource messages, EndedSessions ended) {
        this.messages = messages;
        this.ended = ended;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request, Locale locale) {
        Mishap mishap = mishap(request, locale);
        if (mishap.status() == HttpStatus.UNAUTHORIZED.value()) {
            return signIn(request);
        }
        Map<String, Object> attributes =
                Map.of("status", mishap.status(), "reason", mishap.reason(), "remedy", mishap.remedy());
        return new ModelAndView("web/error", attributes, HttpStatus.valueOf(mishap.status()));
    }

    /** Whoever was signed out by another is told so, on the page by which they would sign in. */
    private ModelAndView signIn(HttpServletRequest request) {
        Optional<String> removedFrom = ended.classOf(request);
        return new ModelAndView(
                "account/sign-in",
                Map.of(
                        "reason", removedFrom.isPresent() ? "removed" : "missing",
                        "removedFrom", removedFrom.orElse(""),
                        "to", wanted(request)),
                HttpStatus.UNAUTHORIZED);
    }

    @RequestMapping
    ResponseEntity<Object> answer(HttpServletRequest request, Locale locale) {
        Mishap mishap = mishap(request, locale);
        ResponseEntity.BodyBuilder response = ResponseEntity.status(mishap.status());
        return wantsJson(request)
                ? response.contentType(MediaType.APPLICATION_JSON).body(mishap)
                : response.contentType(MediaType.TEXT_PLAIN).body(mishap.asText());
    }

    private Mishap mishap(HttpServletRequest request, Locale locale) {
        if (request.getAttribute(DatabaseTrouble.ATTRIBUTE) != null) {
            return Mishap.ofDatabase(messages, locale);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Mishap.of(status instanceof Integer code ? code : HttpStatus.NOT_FOUND.value(), messages, locale);
    }

    /** The page to go on to after signing in; what is no page of ours leads to the first one. */
    private static String wanted(HttpServletRequest request) {
        boolean read = "GET".equals(request.getMethod());
        return read && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path ? path : "/";
    }

    private static boolean wantsJson(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(request.getHeader("Accept")).stream()
                    .anyMatch(type -> !type.isWildcardType() && type.isCompatibleWith(MediaType.APPLICATION_JSON));
        } catch (InvalidMediaTypeException notSaidProperly) {
            return false;
        }
    }
}
