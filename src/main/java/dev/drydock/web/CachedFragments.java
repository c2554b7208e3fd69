package dev.drydock.web;

import java.util.Set;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;

/**
 * Gives templates {@code cached:replace="~{template :: fragment(name=${value})}"}: what {@code th:replace} does, but the fragment is rendered
 * once for each language and values, by their {@code equals}. It sees its named arguments and nothing else of the page, so it
 * cannot show one learner what is another's. Three things follow: links are written without {@code @{}}, which would ask for the request;
 * forms carry their token by {@code <input type="hidden" name="_csrf" th:value="${formToken}">}, which each page fills in
 * with its own; and arguments are immutable values.
 */
final class CachedFragments extends AbstractProcessorDialect {

    private final FragmentCache cache;

    CachedFragments(FragmentCache cache) {
        super("Cached fragments", "cached", StandardDialect.PROCESSOR_PRECEDENCE);
        this.cache = cache;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new CachedFragmentProcessor(prefix, cache));
    }
}
