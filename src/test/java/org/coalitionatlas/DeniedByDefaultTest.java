package org.coalitionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Every operation that is not declared open is refused to somebody who is not signed in, whatever
 * its arguments; a new operation is covered without being named here.
 */
@DemoTest
class DeniedByDefaultTest {

    @Autowired ApplicationContext context;
    @Autowired SignedInAs signedInAs;

    @TestFactory
    Stream<DynamicTest> a_stranger_is_refused() {
        return guarded().stream()
                .map(
                        operation ->
                                DynamicTest.dynamicTest(
                                        operation.name(),
                                        () -> assertThat(refusedToStranger(operation)).isTrue()));
    }

    @Test
    void there_are_operations_to_guard() {
        assertThat(guarded()).hasSizeGreaterThan(40);
    }

    private record Operation(Object bean, Method method) {

        String name() {
            return AopUtils.getTargetClass(bean).getSimpleName() + "." + method.getName();
        }
    }

    private List<Operation> guarded() {
        var operations = new ArrayList<Operation>();
        for (String name : context.getBeanDefinitionNames()) {
            Class<?> type = context.getType(name);
            if (type == null || !type.getName().startsWith("org.coalitionatlas.")) {
                continue;
            }
            Object bean = context.getBean(name);
            for (Method method : AopUtils.getTargetClass(bean).getMethods()) {
                PreAuthorize rule = method.getAnnotation(PreAuthorize.class);
                if (rule != null && !rule.value().equals("permitAll()")) {
                    method.trySetAccessible();
                    operations.add(new Operation(bean, method));
                }
            }
        }
        return operations;
    }

    private boolean refusedToStranger(Operation operation) {
        return signedInAs.anonymously(
                () -> {
                    try {
                        operation.method().invoke(operation.bean(), nothing(operation.method()));
                        return false;
                    } catch (InvocationTargetException e) {
                        if (e.getCause() instanceof AccessDeniedException) {
                            return true;
                        }
                        throw new AssertionError(operation.name() + " asked further", e);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    private static Object[] nothing(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(DeniedByDefaultTest::blank).toArray();
    }

    private static Object blank(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == UUID.class) {
            return UUID.randomUUID();
        }
        return type == String.class ? "17201" : null;
    }
}
