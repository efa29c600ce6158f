using System.Management.Automation;
using System.Text.RegularExpressions;
using CognitoPools.Module.Tests.Reflection;

namespace CognitoPools.Module.Tests.Bound;

/// <summary>What was said is what is done: a switch counts by its value, and no parameter is ignored beside another.</summary>
[Collection(nameof(BuiltModule))]
public sealed class SceneTests(SceneTests.OneRecorder recorder) : IClassFixture<SceneTests.OneRecorder>
{
    // They choose the account, and their combinations are tested with ConnectedCommand.
    private static readonly string[] OfTheConnection = ["Region", "ProfileName", "Credential", "EndpointUrl", "Connection"];

    private readonly Recorder recorder = recorder.Recorder;

    public static TheoryData<string> Names => [.. Scenes.All.Select(scene => scene.Name)];

    [Fact]
    public void The_table_has_every_cmdlet_and_every_parameter()
    {
        var missing = BuiltModule.Cmdlets.Values.SelectMany(cmdlet => OwnParameters(cmdlet)
            .Except(
                Scenes.All.Where(scene => scene.Cmdlet == cmdlet.Name).SelectMany(Parameters),
                StringComparer.Ordinal)
            .Select(parameter => $"{cmdlet.Name} -{parameter}")
            .Concat(Scenes.All.Any(scene => scene.Cmdlet == cmdlet.Name) ? [] : [cmdlet.Name]));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_switch_is_tried_in_a_scene_that_does_without_it()
    {
        var missing = BuiltModule.Cmdlets.Values.SelectMany(cmdlet => OwnParameters(cmdlet)
            .Where(parameter => cmdlet.Parameters[parameter].SwitchParameter)
            .Where(parameter => !Scenes.All.Any(
                scene => scene.Cmdlet == cmdlet.Name && scene.Values.Any(value => Scene.ParameterOf(value) == parameter)))
            .Select(parameter => $"{cmdlet.Name} -{parameter}"));
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_call_does_the_same_every_time(string name)
    {
        var scene = Find(name);
        Assert.Equal(recorder.Run(scene, scene.Call), recorder.Record(scene));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_switch_that_is_false_is_a_switch_that_is_absent(string name)
    {
        var scene = Find(name);
        var without = recorder.Record(scene);
        foreach (var value in scene.Values.Where(value => !value.Contains(' ', StringComparison.Ordinal)))
            Assert.Equal(without, recorder.Record(scene, $"{value}:$false"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_parameter_is_ignored_beside_another(string name)
    {
        var scene = Find(name);
        var ignored = new List<string>();
        for (var first = 0; first < scene.Values.Length; first++)
        {
            for (var second = first + 1; second < scene.Values.Length; second++)
            {
                var (one, other) = (scene.Values[first], scene.Values[second]);
                var (nameOfOne, nameOfOther) = (Scene.ParameterOf(one), Scene.ParameterOf(other));
                if (IgnoredParameters.IsListed(scene, nameOfOne, nameOfOther))
                    continue;
                var both = recorder.Record(scene, one, other);
                if (IsNamed(both, nameOfOne) || IsNamed(both, nameOfOther))
                    continue;
                if (both == recorder.Record(scene, one))
                    ignored.Add($"-{nameOfOther} beside -{nameOfOne}");
                if (both == recorder.Record(scene, other))
                    ignored.Add($"-{nameOfOne} beside -{nameOfOther}");
            }
        }
        Assert.True(ignored.Count == 0, string.Join('\n', ignored));
    }

    private static Scene Find(string name) => Scenes.All.Single(scene => scene.Name == name);

    private static IEnumerable<string> OwnParameters(CmdletInfo cmdlet) => cmdlet.Parameters.Keys
        .Except(Cmdlet.CommonParameters, StringComparer.Ordinal)
        .Except(Cmdlet.OptionalCommonParameters, StringComparer.Ordinal)
        .Where(parameter => !OfTheConnection.Contains(parameter)
            || !cmdlet.ImplementingType.IsAssignableTo(cmdlet.ImplementingType.Assembly
                .GetType(parameter == "Connection" ? "CognitoPools.Commands.PoolCommand" : "CognitoPools.Commands.ConnectedCommand")));

    private static IEnumerable<string> Parameters(Scene scene) =>
        string.Join(' ', [scene.Call, .. scene.Values]).Split(' ').Where(word => word.StartsWith('-')).Select(Scene.ParameterOf);

    // An error that names a parameter, or a warning that does, tells the user what becomes of it.
    private static bool IsNamed(string record, string parameter) => record.Split('\n')
        .Any(line => (line.StartsWith("error", StringComparison.Ordinal) || line.StartsWith("warning", StringComparison.Ordinal))
            && Regex.IsMatch(line, $@"(-|Invalid|: |parameters: .*){parameter}\b"));

    /// <summary>One shell for all scenes.</summary>
    public sealed class OneRecorder : IDisposable
    {
        internal Recorder Recorder { get; } = new();

        public void Dispose() => Recorder.Dispose();
    }
}
