using System.Management.Automation;
using CognitoPools.Completion;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that work on one existing identity pool for each record.</summary>
public abstract class PoolTargetCommand : ConnectedCommand
{
    /// <summary>The identity pool: its exact name, its id, or any object with an IdentityPoolId property. A name that
    /// two pools share is an error that lists both.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public object? IdentityPool { get; set; }

    private protected override object? CurrentItem => IdentityPool;
}
