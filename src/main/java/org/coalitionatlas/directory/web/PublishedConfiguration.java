package org.coalitionatlas.directory.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

@Configuration(proxyBeanMethods = false)
class PublishedConfiguration {

    /** A page somebody has already is not sent again. Weak, because a strong tag forbids gzip. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> publishedEtags() {
        var filter = new ShallowEtagHeaderFilter();
        filter.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(
                "",
                "/es",
                "/directory",
                "/directory/*",
                "/es/directory",
                "/es/directory/*",
                "/help",
                "/es/help");
        return registration;
    }
}
