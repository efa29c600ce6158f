using CognitoPools.Roles;

namespace CognitoPools.Binding;

/// <summary>A permissions policy as JSON text.</summary>
internal static class RolePolicyArgument
{
    public static void Check(string parameter, string? json)
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
                parameter, json, $"is not a permissions policy: {exception.Message}", "Correct the document.");
        }
    }
}
