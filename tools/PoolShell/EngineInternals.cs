using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace PoolShell;

/// <summary>The few things that pwsh and its own command modules do through parts of the engine that are not public. They hold for the engine's version in Directory.Packages.props.</summary>
internal static class EngineInternals
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly Assembly Engine = typeof(PSObject).Assembly;

    /// <summary>Lets <c>exit N</c> of the script that runs next end the shell, and not only that script.</summary>
    public static void LetNextScriptExit(Runspace runspace)
    {
        object context = Property(typeof(Runspace), "ExecutionContext").GetValue(runspace)!;
        Property(context.GetType(), "ScriptCommandProcessorShouldRethrowExit").SetValue(context, true);
    }

    /// <summary>What <c>Select-Object -First</c> throws when it has enough: the engine stops the commands upstream and nothing else.</summary>
    public static Exception StopUpstream(Cmdlet cmdlet) => (Exception)Create("System.Management.Automation.StopUpstreamCommandsException", cmdlet);

    /// <summary>An instance of one of the engine's own types.</summary>
    public static object Create(string type, params object?[] arguments) =>
        Activator.CreateInstance(Engine.GetType(type, throwOnError: true)!, Any, binder: null, arguments, culture: null)!;

    /// <summary>A field that the engine keeps to itself; null when the object has none of that name.</summary>
    public static object? Get(object target, string name) => target.GetType().GetField(name, Any)?.GetValue(target);

    /// <summary>One of the engine's own enumeration values.</summary>
    public static object Value(string type, string name) => Enum.Parse(Engine.GetType(type, throwOnError: true)!, name);

    /// <summary>Sets a field or a property that the engine keeps to itself.</summary>
    public static void Set(object target, string name, object? value)
    {
        for (var type = target.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField(name, Any | BindingFlags.DeclaredOnly) is { } field)
            {
                field.SetValue(target, value);
                return;
            }
            if (type.GetProperty(name, Any | BindingFlags.DeclaredOnly) is { CanWrite: true } property)
            {
                property.SetValue(target, value);
                return;
            }
        }
        throw new MissingMemberException(target.GetType().FullName, name);
    }

    private static PropertyInfo Property(Type type, string name) => type.GetProperty(name, Any) ?? throw new MissingMemberException(type.FullName, name);
}
