package org.coalitionatlas.exchange;

import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what a test imported and takes it away again, so that the demo stays as others know it.
 */
class ImportedRecords {

    private final EntityManager entities;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ImportedRecords(
            EntityManager entities, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    long count(String entity, String source) {
        return entities.createQuery(
                        "select count(e) from " + entity + " e where e.provenance.source = :source",
                        Long.class)
                .setParameter("source", source)
                .getSingleResult();
    }

    void remove(String source) {
        transaction.executeWithoutResult(status -> removeAll(source));
    }

    private void removeAll(String source) {
        for (String entity : new String[] {"Service", "Location", "Organization"}) {
            entities.createQuery(
                            "select e from " + entity + " e where e.provenance.source = :source",
                            Object.class)
                    .setParameter("source", source)
                    .getResultList()
                    .forEach(entities::remove);
            entities.flush();
        }
        jdbc.update("delete from import_location_area where source = ?", source);
        jdbc.update("delete from import_problem");
        jdbc.update("delete from import_job");
    }
}
