using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that remove an identity or a part of it.</summary>
public abstract class IdentityTargetCommand : ConnectedCommand
{
    /// <summary>Specifies one or more identities by id, or as any object with an IdentityId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityId")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public PSObject[]? Identity { get; set; }

    /// <summary>Answers every question of the cmdlet with yes, unless -Confirm is specified.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(Identity);
}
