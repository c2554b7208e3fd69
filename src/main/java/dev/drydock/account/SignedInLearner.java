package dev.drydock.account;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Proof that a request comes from a learner's signed-in browser. It is the principal of the request, and so of a
 * WebSocket opened by it: {@code SignedInLearner.of(session.getPrincipal())}.
 */
public final class SignedInLearner extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    /** Nothing here is ever serialised: there is no HTTP session to put it into. */
    @SuppressWarnings("serial")
    private final Learner learner;

    /** For the sign-in of this package, and for tests of other features that need somebody signed in. */
    public SignedInLearner(Learner learner) {
        super(AuthorityUtils.createAuthorityList(learner.role().authorities()));
        this.learner = learner;
        super.setAuthenticated(true);
    }

    /**
     * The learner behind a principal.
     *
     * @throws IllegalStateException if there is none, which no handler that is {@link ForLearners} ever sees
     */
    public static Learner of(@Nullable Principal principal) {
        if (principal instanceof SignedInLearner signedIn) {
            return signedIn.learner;
        }
        throw new IllegalStateException("No learner is signed in here; is the handler's path public by mistake?");
    }

    @Override
    public Learner getPrincipal() {
        return learner;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return learner.id().value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInLearner that && learner.equals(that.learner);
    }

    @Override
    public int hashCode() {
        return learner.hashCode();
    }
}
