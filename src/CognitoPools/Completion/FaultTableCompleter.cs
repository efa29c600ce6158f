using CognitoPools.Sandbox;

namespace CognitoPools.Completion;

/// <summary>Completes a fault of the sandbox as a table: one with all keys of an error, then one for each kind.</summary>
internal sealed class FaultTableCompleter : TableCompleter
{
    private const string Usual =
        "@{ Operation = 'SetIdentityPoolRoles'; Kind = 'Error'; ErrorCode = 'NotAuthorizedException'; "
            + "Message = 'Access denied.'; StatusCode = 400; AtCall = 1; Times = 1; AfterApply = $false }";

    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context)
    {
        yield return (Usual, "An error of the service, with all valid keys");
        foreach (var (name, meaning) in EnumText.Members(typeof(SandboxFaultKind)))
        {
            if (name == nameof(SandboxFaultKind.UnprocessedIdentities))
                yield return ($"@{{ Operation = 'DeleteIdentities'; Kind = '{name}'; UnprocessedCount = 1 }}", meaning);
            else if (name == nameof(SandboxFaultKind.Slow))
                yield return ($"@{{ Operation = 'CreateRole'; Kind = '{name}'; Delay = '0:00:10' }}", meaning);
            else
                yield return ($"@{{ Operation = 'CreateRole'; Kind = '{name}'; Times = 1 }}", meaning);
        }
    }
}
