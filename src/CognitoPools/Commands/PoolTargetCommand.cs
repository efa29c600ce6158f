using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that work on one existing identity pool for each record.</summary>
public abstract class PoolTargetCommand : ConnectedCommand
{
    /// <summary>Specifies one or more identity pools. Enter an exact name, an id, an ARN, or any object with a property
    /// IdentityPoolId, IdentityPool or Id. Wildcards are not supported. If two pools have the name, the cmdlet writes an error
    /// that lists both.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(IdentityPool);

    /// <summary>The current pool, as the user specified it.</summary>
    private protected object? Pool => CurrentItem;
}
