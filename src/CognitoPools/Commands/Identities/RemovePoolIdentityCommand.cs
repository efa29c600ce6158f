using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Errors;
using CognitoPools.Identities;

namespace CognitoPools.Commands.Identities;

/// <summary>Removes identities from their identity pools, 60 with each call.</summary>
/// <remarks>
/// <para>A removed identity cannot be brought back: its user gets a new id at the next sign-in and loses what an app stored under the old one. The cmdlet asks for each identity, unless -Force is given.</para>
/// <para>Identities that the service leaves unprocessed are tried again. Each one that stays is an error of its own, and the rest goes on. The service says nothing of ids that do not exist, so they count as removed; running the same command again does no harm.</para>
/// </remarks>
/// <example>
/// <title>All guests of a pool</title>
/// <code>Get-PoolIdentity shop | Where-Object IdentityType -eq 'Guest' | Remove-PoolIdentity -Force</code>
/// Removes them in batches of 60.
/// </example>
/// <example>
/// <title>See first</title>
/// <code>Get-PoolIdentity shop | Remove-PoolIdentity -WhatIf</code>
/// Names each identity that would go, and sends no call that changes something.
/// </example>
/// <example>
/// <title>Keep a record</title>
/// <code>Get-Content ids.txt | Remove-PoolIdentity -Force -PassThru | Where-Object Status -ne 'Removed'</code>
/// Writes one result for each identity, and keeps those that were not removed.
/// </example>
[Cmdlet(VerbsCommon.Remove, "PoolIdentity", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PoolIdentityRemoval))]
public sealed class RemovePoolIdentityCommand : ConnectedCommand
{
    private readonly Dictionary<(AccountConnection Connection, string Region), List<IdentityArgument>> waiting = [];

    /// <summary>The identity: its id, or any object with an IdentityId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityId")]
    [AllowNull]
    [AllowEmptyString]
    public object? Identity { get; set; }

    /// <summary>Asks nothing, unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes one result for each identity: removed, failed or unknown.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? CurrentItem => Identity;

    private protected override void Process()
    {
        var identity = IdentityArgument.Read(Identity);
        CheckRegion(identity.IdentityId);
        if (!Approves(identity)) return;
        var key = (ConnectionFor(identity.Connection), identity.Region);
        if (!waiting.TryGetValue(key, out var batch)) waiting[key] = batch = [];
        // One id piped twice is one identity, and one result.
        if (batch.All(other => other.IdentityId != identity.IdentityId)) batch.Add(identity);
        if (batch.Count == IdentityRemover.BatchSize) Send(key, batch);
    }

    private protected override void End()
    {
        foreach (var entry in waiting) Send(entry.Key, entry.Value);
    }

    private bool Approves(IdentityArgument identity)
    {
        if (Force && !IsBound("Confirm") && !IsWhatIf) return true;
        var pool = identity.IdentityPoolId is null ? "" : $" of identity pool {identity.IdentityPoolId}";
        return ShouldProcess($"Remove identity {identity.IdentityId}{pool}", $"Remove identity {identity.IdentityId}{pool}? Nothing brings it back.", MyInvocation.MyCommand.Name);
    }

    private void Send((AccountConnection Connection, string Region) key, List<IdentityArgument> batch)
    {
        if (batch.Count == 0) return;
        var pools = batch.ToDictionary(identity => identity.IdentityId, identity => identity.IdentityPoolId, StringComparer.Ordinal);
        batch.Clear();
        var results = Run(token => new IdentityRemover(key.Connection).RemoveAsync(key.Region, [.. pools.Keys], token));
        foreach (var (id, status, error) in results)
        {
            if (PassThru) WriteObject(new PoolIdentityRemoval(id, pools[id], status, error?.Message));
            if (error is not null) WriteError(PoolErrors.OfIdentity(id, status, error));
        }
    }
}
