namespace ScriptRules.Tests.Formats;

/// <summary>Gives some bytes, then fails.</summary>
internal sealed class BrokenStream(byte[]? before = null) : MemoryStream(before ?? [])
{
    public override int Read(byte[] buffer, int offset, int count) => Fail(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Fail(base.Read(buffer));

    private static int Fail(int count) => count > 0 ? count : throw new IOException("the line is down");
}
