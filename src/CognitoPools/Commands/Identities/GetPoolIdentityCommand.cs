using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Identities;

namespace CognitoPools.Commands.Identities;

/// <summary>Gets the identities of an identity pool, or one identity by its id.</summary>
/// <remarks>
/// <para>Identities are written as they come, 60 with each call, so that a pipeline starts at once and memory does not grow with their number; Select-Object -First stops the listing. A guest is an identity without logins.</para>
/// <para>The service filters nothing: use Where-Object. It does not tell when an identity was last used; LastModifiedDate is when its record last changed. One identity asked for by its id comes without its pool, because the service does not tell.</para>
/// </remarks>
/// <example>
/// <title>The identities of a pool</title>
/// <code>Get-PoolIdentity shop</code>
/// Lists guests and signed-in users.
/// </example>
/// <example>
/// <title>Old guests</title>
/// <code>Get-PoolIdentity shop | Where-Object { $_.IdentityType -eq 'Guest' -and $_.CreationDate -lt (Get-Date).AddDays(-90) }</code>
/// The dates are local, so that they compare with Get-Date in every time zone.
/// </example>
/// <example>
/// <title>One identity</title>
/// <code>Get-PoolIdentity -IdentityId us-east-1:12345678-1234-1234-1234-123456789012</code>
/// Shows the providers that it signed in with.
/// </example>
[Cmdlet(VerbsCommon.Get, "PoolIdentity", DefaultParameterSetName = PoolSet)]
[OutputType(typeof(PoolIdentity))]
public sealed class GetPoolIdentityCommand : ConnectedCommand
{
    private const string PoolSet = "Pool";
    private const string IdentitySet = "Identity";

    /// <summary>The identity pool: its exact name, its id, or any object with an IdentityPoolId property. A name that two pools share is an error that lists both.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PoolSet)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    public object? IdentityPool { get; set; }

    /// <summary>One identity's id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdentitySet)]
    [AllowNull]
    [AllowEmptyString]
    public string? IdentityId { get; set; }

    private protected override object? CurrentItem => ParameterSetName == PoolSet ? IdentityPool : IdentityId;

    private protected override void Process()
    {
        if (ParameterSetName == IdentitySet)
        {
            var identity = IdentityArgument.Read(IdentityId);
            CheckRegion(identity.IdentityId);
            var account = Account.Connection;
            WriteObject(Run(token => new IdentityLister(account).DescribeAsync(identity.IdentityId, token)));
            return;
        }
        var (connection, id) = ResolvePool(IdentityPool);
        ForEach(token => new IdentityLister(connection).ListAsync(id, token), WriteObject);
    }
}
