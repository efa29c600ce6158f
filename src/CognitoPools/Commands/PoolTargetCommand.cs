using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that work on one existing identity pool for each record.</summary>
public abstract class PoolTargetCommand : ConnectedCommand
{
    /// <summary>The identity pool or pools: by exact name, id or ARN, or any object with a property IdentityPoolId, IdentityPool or
    /// Id. A name that two pools share is an error that lists both.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(IdentityPool);

    /// <summary>The pool that is being worked on, as the user gave it.</summary>
    private protected object? Pool => CurrentItem;
}
