using System.Collections.Concurrent;
using CognitoPools.Account;
using CognitoPools.Audit.Model;
using CognitoPools.Fleet;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit;

/// <summary>Reads the roles of pools with their trust policies and permissions.</summary>
/// <param name="connection">The account.</param>
/// <param name="reads">The data that the checks need.</param>
internal sealed class AuditRoleReader(AccountConnection connection, AuditReads reads)
{
    private readonly SharedRoles roles = new(connection);
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> boundaries = new(StringComparer.Ordinal);

    /// <summary>Reads a role.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="arn">The role.</param>
    /// <param name="uses">Where the pool uses it.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<ReadRole> ReadAsync(
        IdentityPool pool, string arn, IReadOnlyList<RoleUse> uses, CancellationToken cancellationToken)
    {
        var role = new AuditedRole(arn, uses);
        NamedRole named;
        try
        {
            named = await roles.FindAsync(pool.Region, arn, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidSettingException)
        {
            var account = await connection.FindAccountIdAsync(pool.Region, cancellationToken).ConfigureAwait(false);
            var isElsewhere = account is not null && RoleArn.TryParse(arn, out var parsed) && parsed.AccountId != account;
            return new ReadRole(role with { Reading = isElsewhere ? RoleReading.OtherAccount : RoleReading.NotFound }, []);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One role that cannot be read must not hide the other faults of the pool.
            return new ReadRole(
                role with { Reading = RoleReading.NotRead },
                [Unread(AuditReads.Trust | AuditReads.Policies, role, null, failure.Message)]);
        }
        if (named.Facts is not { } facts)
        {
            var refusal = named.NotRead ?? "";
            return new ReadRole(
                role with { Reading = RoleReading.NotRead },
                [Unread(AuditReads.Trust | AuditReads.Policies, role, DeniedAction.Of(refusal) ?? "iam:GetRole", refusal)]);
        }
        role = role with { Facts = facts };
        var unread = new List<UnreadPart>();
        if (facts.Trust is null)
        {
            unread.Add(Unread(
                AuditReads.Trust, role, null, $"The trust policy could not be parsed: {facts.TrustProblem}"));
        }
        return (reads & AuditReads.Policies) == 0
            ? new ReadRole(role, unread)
            : await WithPermissionsAsync(pool, role, facts, unread, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ReadRole> WithPermissionsAsync(
        IdentityPool pool, AuditedRole role, PoolRoleFacts facts, List<UnreadPart> unread, CancellationToken cancellationToken)
    {
        try
        {
            var policies = await roles.PoliciesAsync(pool.Region, facts.Name, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<PermissionStatement>? boundary = facts.PermissionsBoundary is { } arn
                ? PermissionStatement.Parse(
                    $"permissions boundary {ShortName(arn)}", await BoundaryAsync(pool.Region, arn, cancellationToken).ConfigureAwait(false))
                : null;
            return new ReadRole(
                role with
                {
                    Policies = policies,
                    // A policy without a document was deleted after it was listed.
                    Statements =
                    [
                        .. policies.Where(policy => policy.Document is not null)
                            .SelectMany(policy => PermissionStatement.Parse(policy.Label, policy.Document!)),
                    ],
                    Boundary = boundary,
                },
                unread);
        }
        catch (Exception refusal) when (AwsErrors.IsNotAuthorized(refusal))
        {
            unread.Add(Unread(
                AuditReads.Policies, role,
                string.Join(", ", DeniedAction.Of(refusal).DefaultIfEmpty("iam:GetRolePolicy and iam:GetPolicyVersion")), refusal.Message));
        }
        catch (FormatException problem)
        {
            unread.Add(Unread(AuditReads.Policies, role, null, $"A policy could not be parsed: {problem.Message}"));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            unread.Add(Unread(AuditReads.Policies, role, null, failure.Message));
        }
        return new ReadRole(role, unread);
    }

    private static string ShortName(string arn) => arn.Substring(arn.LastIndexOf('/') + 1);

    private static UnreadPart Unread(AuditReads part, AuditedRole role, string? permission, string reason) =>
        new(part, $"Role {role.Name}", permission, reason);

    private Task<string> BoundaryAsync(string region, string arn, CancellationToken cancellationToken) => boundaries.GetOrAdd(
        arn,
        _ => new(() => connection.RoleReads(region).RunAsync(
            async () =>
            {
                var policies = new RolePolicies(connection, region);
                var policy = await policies.ManagedAsync(arn, cancellationToken).ConfigureAwait(false);
                return await policies.ManagedDocumentAsync(arn, policy.DefaultVersionId, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken))).Value;
}
