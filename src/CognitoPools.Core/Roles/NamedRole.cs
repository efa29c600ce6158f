using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>The IAM role that a user names.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Facts">What IAM says of it, or null where this account cannot read it.</param>
/// <param name="NotRead">Why it could not be read, as a sentence, or null.</param>
internal sealed record NamedRole(string Arn, PoolRoleFacts? Facts, string? NotRead)
{
    /// <summary>Finds the role. One that the caller may not read is taken as its ARN says.</summary>
    /// <exception cref="InvalidSettingException">There is no such role, or the ARN is none of a role of the partition and
    /// the account.</exception>
    public static async Task<NamedRole> FindAsync(
        AccountConnection connection, string region, string setting,
        string nameOrArn, CancellationToken cancellationToken)
    {
        var partition = AwsPartition.FromRegion(region);
        RoleArn? arn = null;
        if (nameOrArn.StartsWith("arn:", StringComparison.Ordinal))
        {
            if (!RoleArn.TryParse(nameOrArn, out arn))
            {
                throw new InvalidSettingException(
                    setting, nameOrArn, "is not the ARN of an IAM role.",
                    $"It looks like 'arn:{partition.Name}:iam::123456789012:role/name'.");
            }
            if (arn.Partition != partition.Name)
            {
                throw new InvalidSettingException(
                    setting, nameOrArn, $"is of the partition {arn.Partition}; the pool's is {partition.Name}.",
                    $"Name a role of {partition.Name}.");
            }
            var account = await connection.FindAccountIdAsync(region, cancellationToken).ConfigureAwait(false);
            if (account is not null && arn.AccountId != account)
            {
                // Setting a role needs iam:PassRole, which IAM never grants for a role of another account.
                throw new InvalidSettingException(
                    setting, nameOrArn,
                    $"is a role of the account {arn.AccountId}; the pool's account is {account}.",
                    "Specify a role of the pool's account.");
            }
        }
        else if (!RoleNames.IsName(nameOrArn))
        {
            throw new InvalidSettingException(
                setting, nameOrArn, "is neither the name nor the ARN of an IAM role.",
                "A role's name has 1 to 64 letters, digits and the characters _ + = , . @ -");
        }
        try
        {
            var facts = await new IamRoles(connection, region)
                .FindAsync(arn?.Name ?? nameOrArn, cancellationToken)
                .ConfigureAwait(false)
                ?? throw new InvalidSettingException(
                    setting,
                    nameOrArn,
                    "there is no IAM role of that name.",
                    "Check the name and the account. New-PoolRole creates a role for an identity pool.");
            if (arn is not null && facts.Arn != nameOrArn)
            {
                throw new InvalidSettingException(
                    setting, nameOrArn, $"there is no IAM role of that ARN; the role of that name is {facts.Arn}.",
                    "Specify the role's own ARN, path included, or its name.");
            }
            return new NamedRole(facts.Arn, facts, null);
        }
        catch (Exception exception) when (arn is not null && AwsErrors.IsNotAuthorized(exception))
        {
            return new NamedRole(
                nameOrArn, null,
                $"The trust policy of role {nameOrArn} could not be read and was not checked: {exception.Message}");
        }
    }
}
