using System.Net;
using System.Security;

namespace CognitoPools.Binding;

/// <summary>A secret given as SecureString or as text.</summary>
internal static class SecretText
{
    public static string Read(SecureString secret) => new NetworkCredential("", secret).Password;
}
