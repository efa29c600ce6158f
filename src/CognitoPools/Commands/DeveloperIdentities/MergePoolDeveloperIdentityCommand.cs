using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands.DeveloperIdentities;

/// <summary>Makes one identity of two users of your back end that turned out to be the same person.</summary>
/// <remarks>
/// <para>The source's user identifier then stands for the destination's identity, and the source's own identity is
/// disabled: what an app stored under it is not moved. That cannot be undone, so the cmdlet asks first, unless -Force
/// is given.</para>
/// <para>It works on users of the developer provider only. An identity with more than 20 logins cannot be merged.</para>
/// </remarks>
/// <example>
/// <title>One user, two accounts</title>
/// <code>Merge-PoolDeveloperIdentity shop -SourceUserIdentifier user-42 -DestinationUserIdentifier user-7</code>
/// user-42 then stands for the identity of user-7.
/// </example>
/// <example>
/// <title>See first</title>
/// <code>Merge-PoolDeveloperIdentity shop user-42 user-7 -WhatIf</code>
/// Says what would happen.
/// </example>
/// <example>
/// <title>Many, from a file</title>
/// <code>Import-Csv duplicates.csv | ForEach-Object { Merge-PoolDeveloperIdentity shop $_.Old $_.New -Force }</code>
/// Merges the pairs of a file with the columns Old and New.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool and MergeDeveloperIdentities. A pool given by its name costs
/// ListIdentityPools too; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html">Amazon
/// Cognito: developer-authenticated identities</seealso>
[Cmdlet(VerbsData.Merge, "PoolDeveloperIdentity", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PoolDeveloperIdentity))]
public sealed class MergePoolDeveloperIdentityCommand : DeveloperIdentityChangeCommand
{
    /// <summary>The user identifier that goes over to the other identity.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateLength(1, 1024)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string SourceUserIdentifier { get; set; } = "";

    /// <summary>The user identifier whose identity stays.</summary>
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
                nameof(DestinationUserIdentifier), DestinationUserIdentifier, "is the source too.", "Name two users.");
        }
        var (connection, id) = ResolvePool(Pool);
        var provider = ProviderName(connection, id);
        if (!Agreed(
            Force, $"{SourceUserIdentifier} in {id}",
            $"Merge into {DestinationUserIdentifier}; the identity of {SourceUserIdentifier} is disabled"))
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
