using System.Reflection;
using System.Text.RegularExpressions;
using CognitoPools.Module.Tests.Reflection;
using CognitoPools.Outcomes.Tests;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Bound;

/// <summary>
/// permissions.json lists every action that a cmdlet needs in the scenes; tests/Examples.Tests.ps1 holds the same of the
/// examples. After a change of what a cmdlet calls, or a new cmdlet, renew the file with both:
/// COGNITOPOOLS_RENEW_PERMISSIONS=1.
/// </summary>
[Collection(nameof(BuiltModule))]
public sealed partial class PermissionTests
{
    // Who makes a call is what its verbose message says: a pipeline has several cmdlets.
    private const string Record = """
        function Get-Call([string] $stage, [string] $setup, [string] $call) {
            $ProgressPreference = 'SilentlyContinue'
            $ConfirmPreference = 'None'
            Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
            . ([scriptblock]::Create("$stage`n$setup")) *>&1 | Out-Null
            $VerbosePreference = 'Continue'
            try {
                & ([scriptblock]::Create($call)) *>&1 |
                    Where-Object { $_ -is [Management.Automation.VerboseRecord] -and $_.InvocationInfo } |
                    ForEach-Object { "$($_.InvocationInfo.MyCommand.Name) $($_.Message)" }
            }
            catch { Write-Debug "$_" }
            $PSDefaultParameterValues.Clear()
        }
        """;

    // The last calls of changes that have several.
    private static readonly string[] LastSteps = ["SetIdentityPoolRoles", "SetPrincipalTagAttributeMap", "AttachRolePolicy", "PutRolePolicy"];

    private static readonly ChangingCommand RoleSettings = new("role settings", "Import-CognitoIdentityPool",
        """
        Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = (New-PoolRolePolicy) }
        $null = New-CognitoIdentityPool shop -GuestAccess
        $plain = (Export-CognitoIdentityPool shop).Text
        $more = $plain -replace '"guest": \{\s+"description": "[^"]*",', ('"guest": { "description": "Guests", ' +
            '"maxSessionDuration": 7200, "permissionsBoundary": "arn:${Partition}:iam::${AccountId}:policy/extra", "tags": { "owner": "me" },')
        """,
        "Import-CognitoIdentityPool -Document $more -Force; Import-CognitoIdentityPool -Document $plain -Prune -Force");

    [Fact]
    public void Every_action_that_the_scenes_need_is_listed()
    {
        var seen = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var cmdlet in BuiltModule.Cmdlets.Keys)
            seen[cmdlet] = new(StringComparer.Ordinal);
        using var shell = new HostedShell();
        shell.Invoke("Import-Module CognitoPools");
        shell.Invoke(Record);
        void Watch(string stage, string setup, string call)
        {
            foreach (var line in shell.Invoke($"Get-Call {Quoted(stage)} {Quoted(setup)} {Quoted(call)}"))
                Note(seen, line.ToString());
        }

        foreach (var scene in Scenes.All)
        {
            // Each parameter alone, and none.
            foreach (var call in scene.Values.Select(value => $"{scene.Call} {value}").Prepend(scene.Call))
                Watch(scene.Stage, scene.Setup, call);
        }
        foreach (var command in ChangingCommands.All.Append(RoleSettings))
        {
            Watch("", command.Arrange, command.Act);
            // What it takes to undo the steps before one that is denied.
            foreach (var last in LastSteps)
                Watch("", $"{command.Arrange}\n{Denied(last)}", command.Act);
        }
        Assert.Contains("iam:PassRole", seen["Set-PoolRole"]);
        Assert.Contains("cognito-identity:ListIdentityPools", seen["Get-CognitoIdentityPool"]);

        if (PermissionFile.Renews)
            PermissionFile.Add(seen);

        var listed = PermissionFile.Read();
        var missing = seen.SelectMany(cmdlet => listed.TryGetValue(cmdlet.Key, out var actions)
            ? cmdlet.Value.Except(actions, StringComparer.Ordinal).Select(action => $"{cmdlet.Key} {action}")
            : [cmdlet.Key]);
        Assert.True(
            !missing.Any(),
            $"tools/ModuleBuilder/permissions.json lacks {string.Join(", ", missing)}. Renew it by this test and "
                + $"tests/Examples.Tests.ps1 with {PermissionFile.RenewVariable}=1, and build the module again.");
    }

    [Fact]
    public void The_file_is_sorted_and_names_no_other_cmdlet()
    {
        var listed = PermissionFile.Read();
        Assert.Equal(PermissionFile.Format(listed), PermissionFile.Text);
        Assert.Empty(listed.Keys.Except(BuiltModule.Cmdlets.Keys, StringComparer.Ordinal));
        Assert.All(listed.Values.SelectMany(actions => actions), action => Assert.Matches(Action(), action));
    }

    private static string Denied(string operation) =>
        $"Set-PoolSandbox -Fault @{{ Operation = '{operation}'; ErrorCode = 'AccessDeniedException'; Times = 99 }}";

    private static void Note(SortedDictionary<string, SortedSet<string>> seen, string line)
    {
        var call = Call().Match(line);
        if (call.Success && seen.TryGetValue(call.Groups["cmdlet"].Value, out var actions))
            actions.UnionWith(ActionsOf(call.Groups["service"].Value, call.Groups["operation"].Value));
    }

    // The module's own table, in the module's load context.
    private static IReadOnlyList<string> ActionsOf(string service, string operation) => (IReadOnlyList<string>)Table.Value
        .Invoke(null, [service, operation])!;

    private static readonly Lazy<MethodInfo> Table = new(() =>
    {
        var core = BuiltModule.Invoke("[CognitoPools.IdentityPool].Assembly").Single().BaseObject;
        return ((Assembly)core).GetType("CognitoPools.Account.RequiredActions", throwOnError: true)!.GetMethod("Of")!;
    });

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // The cmdlets of the sandbox call nothing else, and there nobody needs a permission.
    [GeneratedRegex(@"\A(?!\w+-PoolSandbox)(?<cmdlet>\S+) Calling (?<service>[^:]+):(?<operation>\w+)")]
    private static partial Regex Call();

    [GeneratedRegex(@"\A(cognito-identity|iam):[A-Z][A-Za-z]+\z")]
    private static partial Regex Action();
}
