using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>The IAM role that a user names.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Facts">Its facts in IAM, or null if the caller cannot read it.</param>
/// <param name="ReadError">The message of the error that prevented reading it, or null.</param>
internal sealed record NamedRole(string Arn, PoolRoleFacts? Facts, string? ReadError)
{
    /// <summary>Why the trust policy was not checked, as a sentence, or null.</summary>
    public string? NotRead => ReadError is null
        ? null
        : $"The trust policy of role {Arn} could not be read and was not checked: {Sentences.Ended(ReadError)}";

    /// <summary>The same with the permission to grant, or null.</summary>
    public string? NotReadWithCure =>
        ReadError is null ? null : $"{NotRead} Grant {DeniedAction.Of(ReadError) ?? "iam:GetRole"} to the caller.";

    /// <summary>Finds the role. If the caller is not allowed to read it, the ARN is used unchecked.</summary>
    /// <exception cref="InvalidSettingException">There is no such role, or the ARN does not belong to a role of the
    /// partition and the account.</exception>
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
                    $"Specify an ARN such as 'arn:{partition.Name}:iam::123456789012:role/name'.");
            }
            if (arn.Partition != partition.Name)
            {
                throw new InvalidSettingException(
                    setting, nameOrArn, $"the role is in the partition {arn.Partition}, but the pool is in {partition.Name}.",
                    $"Specify a role in {partition.Name}.");
            }
            var account = await connection.FindAccountIdAsync(region, cancellationToken).ConfigureAwait(false);
            if (account is not null && arn.AccountId != account)
            {
                // Setting a role needs iam:PassRole, which IAM never grants for a role of another account.
                throw new InvalidSettingException(
                    setting, nameOrArn,
                    $"the role belongs to account {arn.AccountId}, but the pool belongs to account {account}.",
                    "Specify a role of the pool's account.");
            }
        }
        else if (!RoleNames.IsName(nameOrArn))
        {
            throw new InvalidSettingException(
                setting, nameOrArn, "is neither the name nor the ARN of an IAM role.",
                "Specify an ARN, or a name of 1 to 64 characters: letters, digits and _ + = , . @ - are valid.");
        }
        try
        {
            var facts = await new IamRoles(connection, region)
                .FindAsync(arn?.Name ?? nameOrArn, cancellationToken)
                .ConfigureAwait(false)
                ?? throw new InvalidSettingException(
                    setting,
                    nameOrArn,
                    "there is no IAM role with this name.",
                    "Check the name and the account, or create the role with New-PoolRole.");
            if (arn is not null && facts.Arn != nameOrArn)
            {
                throw new InvalidSettingException(
                    setting, nameOrArn, $"there is no IAM role with this ARN; the ARN of the role with this name is {facts.Arn}.",
                    "Specify the name, or the full ARN with its path.");
            }
            return new NamedRole(facts.Arn, facts, null);
        }
        catch (Exception exception) when (arn is not null && AwsErrors.IsNotAuthorized(exception))
        {
            return new NamedRole(nameOrArn, null, exception.Message);
        }
    }
}
