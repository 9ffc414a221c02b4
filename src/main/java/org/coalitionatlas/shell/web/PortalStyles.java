package org.coalitionatlas.shell.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The portal's stylesheets keep their plain names, so a browser must ask whether they changed; the
 * pages' assets carry a fingerprint and may be kept for a year.
 */
@Configuration
class PortalStyles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        add(registry, "classpath:/META-INF/resources/", "/portal.css", "/portal-*.css");
        add(registry, "classpath:/META-INF/resources/aura/", "/aura/**");
    }

    private static void add(ResourceHandlerRegistry registry, String location, String... patterns) {
        registry.addResourceHandler(patterns)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .setUseLastModified(true);
    }
}
