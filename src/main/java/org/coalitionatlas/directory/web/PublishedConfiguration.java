package org.coalitionatlas.directory.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
class PublishedConfiguration {

    private static final String[] PAGES = {
        "",
        "/es",
        "/directory/*",
        "/es/directory/*",
        "/help/*",
        "/es/help/*",
        "/embed/*",
        "/es/embed/*"
    };

    @Bean
    FilterRegistrationBean<EtagFilter> publishedEtags(ObjectProvider<RememberedPages> remembered) {
        // Filters are made before there is a database to read from.
        var registration =
                new FilterRegistrationBean<>(
                        new EtagFilter(SingletonSupplier.of(remembered::getObject)));
        registration.addUrlPatterns(PAGES);
        return registration;
    }

    /** Before everything that reads a parameter. */
    @Bean
    FilterRegistrationBean<BrokenAddressFilter> brokenAddresses() {
        var registration = new FilterRegistrationBean<>(new BrokenAddressFilter());
        registration.addUrlPatterns(PAGES);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** What robots that come anyway may do with a page. */
    @Bean
    FilterRegistrationBean<RobotsFilter> robotsHeader(PublishedProperties properties) {
        var registration = new FilterRegistrationBean<>(new RobotsFilter(properties.indexable()));
        registration.addUrlPatterns(PAGES);
        return registration;
    }
}
