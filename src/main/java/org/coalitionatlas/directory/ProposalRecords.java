package org.coalitionatlas.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProposalRecords extends Repository<Proposal, UUID> {

    Proposal save(Proposal proposal);

    Optional<Proposal> findById(UUID id);

    String LINE =
            "select new org.coalitionatlas.directory.ProposalLine(p.id, p.version, p.kind, p.state,"
                    + " p.recordKind, p.recordId, p.organizationId, p.countyFips, p.recordLabel,"
                    + " p.message, p.proposedBy, case when p.proposerEmail is null then false else"
                    + " true end, p.proposedAt, p.decidedBy, p.decidedAt, p.answer) from Proposal"
                    + " p ";

    @Query(LINE + "where p.state = 'OPEN' order by p.proposedAt, p.id")
    List<ProposalLine> open(Limit limit);

    @Query(
            "select p from Proposal p where p.recordId = :recordId and p.state = 'OPEN' and p.kind"
                    + " in :kinds order by p.proposedAt")
    List<Proposal> openAbout(UUID recordId, Collection<ProposalKind> kinds);

    @Query(
            LINE
                    + "where p.organizationId = :organizationId and p.kind in :kinds and"
                    + " (p.state = 'OPEN' or"
                    + " p.decidedAt > :since) order by p.proposedAt desc")
    List<ProposalLine> ofOrganization(
            UUID organizationId, Instant since, Collection<ProposalKind> kinds, Limit limit);

    @Query(
            "select p from Proposal p where p.decidedAt < :before and (p.draftBase is not null or"
                    + " p.draftProposed is not null)")
    List<Proposal> withDraftsDecidedBefore(Instant before, Limit limit);

    @Query("select p from Proposal p where p.proposerEmail is not null and p.decidedAt < :before")
    List<Proposal> answeredBefore(Instant before, Limit limit);
}
