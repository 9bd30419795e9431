"""A LlamaIndex chat engine as a target of Assay.

Needs: pip install llama-index
In assay.yaml:

    targets:
      llamaindex:
        kind: python
        function: llamaindex_target.py:answer
"""
from llama_index.core import SimpleDirectoryReader, VectorStoreIndex
from llama_index.core.llms import ChatMessage

# Put your own index here. OPENAI_API_KEY is read by LlamaIndex itself.
index = VectorStoreIndex.from_documents(SimpleDirectoryReader("docs").load_data())


async def answer(question, history=None):
    """A new chat engine for every question, so that nothing of one case reaches the next."""
    engine = index.as_chat_engine(chat_mode="condense_plus_context", similarity_top_k=4)
    past = [ChatMessage(role=message["role"], content=message["content"]) for message in history or []]
    response = await engine.achat(question, chat_history=past)
    # NodeWithScore objects: text, id and score are read from them.
    return {"text": str(response), "documents": response.source_nodes}
