package dev.drydock.account;

import dev.drydock.instance.DatabaseTrouble;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Tells Spring Security who asks, from the session cookie; only when it wants to know, so that assets cost no query. */
final class SessionSecurityContexts implements SecurityContextRepository {

    private final SessionCookie cookie;
    private final Sessions sessions;

    SessionSecurityContexts(SessionCookie cookie, Sessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> load(request));
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for the method that loadDeferredContext replaces
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Nothing to do: signing in and out write the session themselves. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    /** Asked of each request, assets too. Whose the cookie is, if anybody's, is for {@link #loadDeferredContext}. */
    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookie.read(request).isPresent();
    }

    /** A page that tells of an error is shown even where nobody can say to whom; where that is the error, nobody is asked for once more. */
    private Optional<SecurityContext> load(HttpServletRequest request) {
        if (request.getAttribute(DatabaseTrouble.ATTRIBUTE) != null) {
            return Optional.empty();
        }
        try {
            return cookie.read(request)
                    .flatMap(sessions::find)
                    .map(SignedInLearner::new)
                    .map(SecurityContextImpl::new);
        } catch (DataAccessException e) {
            if (request.getDispatcherType() == DispatcherType.ERROR
                    && DatabaseTrouble.in(e).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<Optional<SecurityContext>> source;
        private Optional<SecurityContext> loaded = Optional.empty();
        private boolean asked;

        private Deferred(Supplier<Optional<SecurityContext>> source) {
            this.source = source;
        }

        @Override
        public SecurityContext get() {
            return loaded().orElseGet(SecurityContextImpl::new);
        }

        @Override
        public boolean isGenerated() {
            return loaded().isEmpty();
        }

        private Optional<SecurityContext> loaded() {
            if (!asked) {
                loaded = source.get();
                asked = true;
            }
            return loaded;
        }
    }
}
