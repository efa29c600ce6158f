using System.Management.Automation;
using CognitoPools.Commands;

namespace CognitoPools.Outcomes.Tests;

/// <summary>Later cmdlets join the matrix by themselves: this test fails until they have a row.</summary>
public class CompletenessTests
{
    // They change the sandbox itself, without a call of a service, or files.
    private static readonly string[] WithoutCalls = ["Add-PoolSandboxIdentity", "Export-CognitoIdentityPool", "Export-PoolReport", "Set-PoolSandbox"];

    [Fact]
    public void Every_cmdlet_that_changes_an_account_is_in_the_matrix() => Assert.Equal(
        typeof(PoolCommand).Assembly.GetTypes()
            .Select(type => (CmdletAttribute?)Attribute.GetCustomAttribute(type, typeof(CmdletAttribute)))
            .OfType<CmdletAttribute>()
            .Where(cmdlet => cmdlet.SupportsShouldProcess)
            .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}")
            .Except(WithoutCalls, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
        ChangingCommands.All.Select(command => command.Cmdlet).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
