using System.Management.Automation;
using CognitoPools.Roles;

namespace CognitoPools.Binding;

/// <summary>A permissions policy as JSON text, or in a file.</summary>
internal static class RolePolicyArgument
{
    private const string Policy = "PermissionsPolicy";
    private const string File = "PolicyFile";

    /// <summary>The policy that -PermissionsPolicy or -PolicyFile names; null for neither.</summary>
    /// <param name="session">Knows the current folder.</param>
    /// <param name="json">The value of -PermissionsPolicy.</param>
    /// <param name="path">The value of -PolicyFile.</param>
    /// <exception cref="InvalidSettingException">Both are specified, the file cannot be read, or it is not a policy.</exception>
    public static string? Read(SessionState session, string? json, string? path)
    {
        Combination.OneOf((Policy, json is not null), (File, path is not null));
        var text = path is null ? json : PolicyFile.Read(session, File, path);
        Check(path is null ? Policy : File, text, path);
        return text;
    }

    /// <summary>Refuses text that is not a permissions policy.</summary>
    /// <param name="parameter">The parameter of the policy.</param>
    /// <param name="json">The policy, or null.</param>
    /// <param name="path">The file that it was read from, or null.</param>
    /// <exception cref="InvalidSettingException">It is not a permissions policy.</exception>
    public static void Check(string parameter, string? json, string? path = null)
    {
        if (json is null)
            return;
        try
        {
            RolePolicyDocument.Parse(json);
        }
        catch (FormatException exception)
        {
            throw new InvalidSettingException(
                parameter, path ?? json, $"is not a permissions policy: {exception.Message}", "Correct the document.");
        }
    }
}
