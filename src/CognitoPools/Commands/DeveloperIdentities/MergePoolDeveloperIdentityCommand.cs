using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands.DeveloperIdentities;

/// <summary>Merges the identities of two users of your back end who are the same person.</summary>
/// <remarks>
/// <para>After the merge, the user identifier of the source belongs to the identity of the destination. The identity of
/// the source is disabled. Because this cannot be undone, the cmdlet prompts for confirmation unless -Force is
/// specified.</para>
/// <para>This cmdlet cannot move the data that an app stored under the source identity. It supports users of the
/// developer provider only. An identity with more than 20 logins cannot be merged.</para>
/// </remarks>
/// <example>
/// <title>One user with two accounts</title>
/// <code>Merge-PoolDeveloperIdentity shop -SourceUserIdentifier user-42 -DestinationUserIdentifier user-7</code>
/// Assigns user-42 to the identity of user-7.
/// </example>
/// <example>
/// <title>Preview the merge</title>
/// <code>Merge-PoolDeveloperIdentity shop user-42 user-7 -WhatIf</code>
/// Shows what would happen.
/// </example>
/// <example>
/// <title>Many users, from a file</title>
/// <code>Import-Csv duplicates.csv | ForEach-Object { Merge-PoolDeveloperIdentity shop $_.Old $_.New -Force }</code>
/// Merges the pairs of a file with the columns Old and New.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool and MergeDeveloperIdentities. A pool specified by its name also
/// requires ListIdentityPools; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html">Amazon
/// Cognito: developer-authenticated identities</seealso>
[Cmdlet(VerbsData.Merge, "PoolDeveloperIdentity", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PoolDeveloperIdentity))]
public sealed class MergePoolDeveloperIdentityCommand : DeveloperIdentityChangeCommand
{
    /// <summary>Specifies the user identifier that moves to the other identity, 1 to 1,024 characters.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateLength(1, 1024)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string SourceUserIdentifier { get; set; } = "";

    /// <summary>Specifies the user identifier whose identity is kept, 1 to 1,024 characters.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateLength(1, 1024)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string DestinationUserIdentifier { get; set; } = "";

    private protected override void Process()
    {
        DestructionTarget.RequirePool(Pool, nameof(PoolDeveloperIdentity));
        if (SourceUserIdentifier == DestinationUserIdentifier)
        {
            throw new InvalidSettingException(
                nameof(DestinationUserIdentifier), DestinationUserIdentifier, "the source and the destination are the same user.",
                "Specify two different users.");
        }
        var (connection, id) = ResolvePool(Pool);
        var provider = ProviderName(connection, id);
        if (!Agreed(
            Force, $"{SourceUserIdentifier} in {id}",
            $"Merge into {DestinationUserIdentifier} and disable the identity of {SourceUserIdentifier}, which cannot be undone"))
        {
            return;
        }
        var left = Run(async token =>
        {
            var merged = await new CognitoPools.SignIn.DeveloperIdentities(connection).MergeAsync(
                id, provider, SourceUserIdentifier, DestinationUserIdentifier, token).ConfigureAwait(false);
            NoteDone($"user '{SourceUserIdentifier}' was merged into '{DestinationUserIdentifier}'");
            return merged;
        });
        WriteObject(new PoolDeveloperIdentity
        {
            IdentityPoolId = id,
            IdentityId = left,
            DeveloperProviderName = provider,
            DeveloperUserIdentifier = DestinationUserIdentifier,
            Connection = connection,
        });
    }
}
