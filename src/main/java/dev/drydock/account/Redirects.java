package dev.drydock.account;

import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where a browser goes after signing in or out. */
final class Redirects {

    private static final Pattern OUR_PAGE = Pattern.compile("(?:/[a-z0-9-]+)+");

    private Redirects() {}

    static ModelAndView seeOther(String path) {
        RedirectView redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }

    /** An address of this server's own: nobody shall be sent elsewhere by a link to us. */
    static String ourPage(String wanted) {
        return OUR_PAGE.matcher(wanted).matches() ? wanted : "/";
    }
}
