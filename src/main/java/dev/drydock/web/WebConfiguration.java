package dev.drydock.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Assets, language and the import map. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** Some hundred lessons' worth, at most 16 MB. */
    private static final int CACHED_CHARACTERS = 8_000_000;

    @Bean
    CachedFragments cachedFragments() {
        return new CachedFragments(new FragmentCache(CACHED_CHARACTERS));
    }

    @Bean
    ImportMap importMap(WebProperties properties) {
        return ImportMap.read(properties.importMap());
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageCookie();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice());
    }

    /**
     * Browsers keep assets but ask each time whether theirs is current: modules import one another by plain names, so their
     * addresses cannot change with their content, and an upgrade must never meet yesterday's file.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        AssetTags tags = new AssetTags();
        addAssets(registry, "/assets/**", "classpath:/static/assets/", tags);
        addAssets(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/", tags);
    }

    private static void addAssets(ResourceHandlerRegistry registry, String path, String location, AssetTags tags) {
        registry.addResourceHandler(path)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(tags);
    }
}
