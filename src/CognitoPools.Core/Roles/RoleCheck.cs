using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>Whether an existing role can be a pool's role.</summary>
/// <param name="Arn">The role's ARN.</param>
/// <param name="Warning">What the user should know, or null.</param>
public sealed record RoleCheck(string Arn, string? Warning)
{
    /// <summary>Finds a role that the user names and checks that its trust policy accepts the pool.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="region">The pool's Region.</param>
    /// <param name="setting">The parameter that names the role.</param>
    /// <param name="nameOrArn">The role's name or ARN.</param>
    /// <param name="identityPoolId">The pool's id; null when the pool is still to be made.</param>
    /// <param name="identityType">Whose role it shall be.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="InvalidSettingException">There is no such role, or its trust policy refuses the pool.</exception>
    public static async Task<RoleCheck> RunAsync(AccountConnection connection, string region, string setting, string nameOrArn, string? identityPoolId, PoolIdentityType identityType, CancellationToken cancellationToken)
    {
        var partition = AwsPartition.FromRegion(region);
        var name = nameOrArn;
        if (nameOrArn.StartsWith("arn:", StringComparison.Ordinal))
        {
            if (!RoleArn.TryParse(nameOrArn, out var arn)) throw new InvalidSettingException(setting, nameOrArn, "is not the ARN of an IAM role.", $"It looks like 'arn:{partition.Name}:iam::123456789012:role/name'.");
            if (arn.Partition != partition.Name) throw new InvalidSettingException(setting, nameOrArn, $"is of the partition {arn.Partition}; the pool's is {partition.Name}.", $"Name a role of {partition.Name}.");
            var caller = await connection.GetCallerAsync(cancellationToken).ConfigureAwait(false);
            if (arn.AccountId != caller.Account)
            {
                return new RoleCheck(nameOrArn, $"The role {nameOrArn} is of the account {arn.AccountId}; its trust policy cannot be read from {caller.Account} and was not checked.");
            }
            name = arn.Name;
        }
        var role = await new IamRoles(connection, region).FindAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidSettingException(setting, nameOrArn, "there is no IAM role of that name.", "Check the name, or have the role made: -CreateRole.");
        return identityPoolId is null ? CheckForNewPool(partition, setting, nameOrArn, role, identityType) : Check(partition, setting, nameOrArn, role, identityPoolId, identityType);
    }

    private static RoleCheck Check(AwsPartition partition, string setting, string given, PoolRoleFacts role, string identityPoolId, PoolIdentityType identityType)
    {
        var explanation = role.Trust.Explain(partition, identityPoolId, identityType);
        return explanation.Trusted ? new RoleCheck(role.Arn, null) : throw Refusal(setting, given, explanation);
    }

    // No trust policy can name a pool that is still to be made, so only the rest of it is checked.
    private static RoleCheck CheckForNewPool(AwsPartition partition, string setting, string given, PoolRoleFacts role, PoolIdentityType identityType)
    {
        const string StandIn = "{IdentityPoolId}";
        var explanation = role.Trust.Explain(partition, StandIn, identityType);
        if (explanation.Trusted) return new RoleCheck(role.Arn, null);
        if (role.Trust.AudiencePools(partition).Any(pool => role.Trust.Explain(partition, pool, identityType).Trusted))
        {
            return new RoleCheck(role.Arn, $"The trust policy of role '{role.Name}' cannot name the new pool yet, so {IamRoles.Users(identityType)} get no credentials until this statement is added to it:{Environment.NewLine}{explanation.WorkingStatement}");
        }
        throw Refusal(setting, given, explanation);
    }

    private static InvalidSettingException Refusal(string setting, string given, TrustExplanation explanation) =>
        new(setting, given, $"the role's trust policy refuses the pool: {explanation.Reason}", $"This statement would work:{Environment.NewLine}{explanation.WorkingStatement}");
}
