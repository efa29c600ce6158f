using System.Runtime.CompilerServices;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>The IAM roles of pools, found by name, by ARN, or by the path under which the module creates
/// them.</summary>
/// <param name="connection">The account.</param>
/// <param name="region">A Region of the partition.</param>
public sealed class IamRoles(AccountConnection connection, string region)
{
    /// <summary>The tag that names a role's pool.</summary>
    internal const string PoolTag = "cognitopools:identity-pool-id";

    /// <summary>The default maximum session duration of a role, in seconds.</summary>
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html
    internal const int DefaultSession = 3_600;

    private IAmazonIdentityManagementService Iam => connection.Iam(region);

    /// <summary>The users of a role, for messages.</summary>
    /// <param name="identityType">Guest or authenticated.</param>
    public static string Users(PoolIdentityType identityType) =>
        identityType == PoolIdentityType.Guest ? "guests" : "authenticated users";

    /// <summary>Finds a role by name; null if there is none.</summary>
    /// <param name="name">The name, without path.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<PoolRoleFacts?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Iam.GetRoleAsync(new GetRoleRequest { RoleName = name }, cancellationToken).ConfigureAwait(false);
            return Facts(answer.Role);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return null;
        }
    }

    /// <summary>Every role of the account, a page at a time.</summary>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async IAsyncEnumerable<RoleListing> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var role in RolesAsync(cancellationToken).ConfigureAwait(false))
            yield return new RoleListing(role.RoleName, role.Arn, role.Path);
    }

    /// <summary>Every role of the account with its trust policy, but without its tags, which ListRoles leaves out.</summary>
    /// <param name="cancellationToken">Stops the listing.</param>
    internal async IAsyncEnumerable<PoolRoleFacts> ListFactsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var role in RolesAsync(cancellationToken).ConfigureAwait(false))
            yield return Facts(role);
    }

    /// <summary>The roles that the module created for a pool: roles under its path whose tag names the pool.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<IReadOnlyList<PoolRoleFacts>> MadeForAsync(string identityPoolId, CancellationToken cancellationToken) =>
        [.. (await UnderPathOfAsync(identityPoolId, cancellationToken).ConfigureAwait(false))
            .Where(role => role.IsMadeFor(identityPoolId))];

    /// <summary>The roles under the path of a pool, whatever their tag.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    internal async Task<IReadOnlyList<PoolRoleFacts>> UnderPathOfAsync(
        string identityPoolId, CancellationToken cancellationToken)
    {
        var found = new List<PoolRoleFacts>();
        foreach (var listed in await ListUnderPathOfAsync(identityPoolId, cancellationToken).ConfigureAwait(false))
        {
            // ListRoles leaves the tags out.
            if (await FindAsync(listed.Name, cancellationToken).ConfigureAwait(false) is { } role)
                found.Add(role);
        }
        return found;
    }

    /// <summary>The names of the roles under the path of a pool.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    internal async Task<IReadOnlyList<RoleListing>> ListUnderPathOfAsync(string identityPoolId, CancellationToken cancellationToken)
    {
        var listed = new List<RoleListing>();
        var request = new ListRolesRequest
        {
            PathPrefix = NewRole.Path(PoolIds.Region(identityPoolId), PoolIds.Uuid(identityPoolId)),
        };
        ListRolesResponse page;
        do
        {
            page = await Iam.ListRolesAsync(request, cancellationToken).ConfigureAwait(false);
            listed.AddRange((page.Roles ?? []).Select(role => new RoleListing(role.RoleName, role.Arn, role.Path)));
            request.Marker = page.Marker;
        }
        while (page.IsTruncated == true);
        return listed;
    }

    /// <summary>The role with the names of its policies.</summary>
    /// <param name="role">The role.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<PoolRoleFacts> WithPoliciesAsync(PoolRoleFacts role, CancellationToken cancellationToken)
    {
        var policies = new RolePolicies(connection, region);
        return role with
        {
            InlinePolicies = await policies.InlineAsync(role.Name, cancellationToken).ConfigureAwait(false),
            AttachedPolicies = await policies.AttachedAsync(role.Name, cancellationToken).ConfigureAwait(false),
        };
    }

    private async IAsyncEnumerable<Role> RolesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // IAM returns at most 1,000 roles a page, and 100 by default.
        var request = new ListRolesRequest { MaxItems = 1_000 };
        ListRolesResponse page;
        do
        {
            page = await Iam.ListRolesAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var role in page.Roles ?? [])
                yield return role;
            request.Marker = page.Marker;
        }
        while (page.IsTruncated == true);
    }

    // IAM accepts trust policies that this module cannot read. One such role must not hide the others.
    private static PoolRoleFacts Facts(Role role)
    {
        var facts = new PoolRoleFacts(role.Arn, role.RoleName, role.Path, null)
        {
            PoolTag = role.Tags?.Find(tag => tag.Key == PoolTag)?.Value,
            TrustDocument = role.AssumeRolePolicyDocument is { } text ? PolicyJson.Decoded(text) : null,
            PermissionsBoundary = role.PermissionsBoundary?.PermissionsBoundaryArn,
            Description = role.Description,
            MaxSessionDuration = role.MaxSessionDuration ?? DefaultSession,
            Tags = Collections.Strings((role.Tags ?? []).Select(tag => new KeyValuePair<string, string>(tag.Key, tag.Value))),
        };
        try
        {
            return facts with { Trust = TrustPolicy.Parse(role.AssumeRolePolicyDocument!) };
        }
        catch (FormatException exception)
        {
            return facts with { TrustProblem = exception.Message };
        }
    }
}
