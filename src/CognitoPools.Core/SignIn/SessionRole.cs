using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.SignIn;

/// <summary>The role of a session as STS reports it, without the path that the role's ARN contains.</summary>
/// <param name="Partition">The partition's name.</param>
/// <param name="AccountId">The account's number.</param>
/// <param name="Name">The role's name, which is unique in an account regardless of the path.</param>
internal sealed record SessionRole(string Partition, string AccountId, string Name)
{
    /// <summary>Reads the caller's ARN, arn:aws:sts::123456789012:assumed-role/name/session; null for any other.</summary>
    public static SessionRole? Of(string callerArn)
    {
        var parts = callerArn.Split(':');
        var names = parts[parts.Length - 1].Split('/');
        return parts.Length == 6 && names is ["assumed-role", var name, _] ? new(parts[1], parts[4], name) : null;
    }

    /// <summary>The role's ARN from the pool or from IAM; otherwise null. A call that is not allowed or fails is
    /// ignored, because the credentials are valid without the ARN.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="wish">The sign-in.</param>
    /// <param name="customRole">The ARN of the requested role, or null.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<string?> FindArnAsync(
        AccountConnection connection, SignInWish wish, string? customRole, CancellationToken cancellationToken)
    {
        if (customRole is not null && IsRole(customRole))
            return customRole;
        if (wish.IdentityPoolId is { } pool)
        {
            var roles = await ReadAsync(() => OfPoolAsync(connection, pool, cancellationToken)).ConfigureAwait(false);
            // Two ARNs with the same name and different paths: one of these roles no longer exists.
            if ((roles ?? []).Where(IsRole).Distinct(StringComparer.Ordinal).ToList() is [var only])
                return only;
        }
        var read = await ReadAsync(() => new IamRoles(connection, wish.Region).FindAsync(Name, cancellationToken))
            .ConfigureAwait(false);
        return read is not null && IsRole(read.Arn) ? read.Arn : null;
    }

    private bool IsRole(string arn) => RoleArn.TryParse(arn, out var role)
        && role.Partition == Partition
        && role.AccountId == AccountId
        && role.Name == Name;

    private static async Task<IEnumerable<string>?> OfPoolAsync(
        AccountConnection connection, string identityPoolId, CancellationToken cancellationToken)
    {
        var answer = await connection.Cognito(PoolIds.Region(identityPoolId))
            .GetIdentityPoolRolesAsync(new GetIdentityPoolRolesRequest { IdentityPoolId = identityPoolId }, cancellationToken)
            .ConfigureAwait(false);
        return (answer.Roles?.Values ?? Enumerable.Empty<string>()).Concat(
            (answer.RoleMappings?.Values ?? Enumerable.Empty<RoleMapping>())
                .SelectMany(mapping => mapping.RulesConfiguration?.Rules ?? [])
                .Select(rule => rule.RoleARN));
    }

    private static async Task<T?> ReadAsync<T>(Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }
}
